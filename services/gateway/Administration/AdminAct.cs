namespace KreaPlatform.Gateway.Administration;

/// <summary>Who does something as an administrator.</summary>
/// <param name="Actor">Which key.</param>
/// <param name="RequestId">The request, as in its log lines.</param>
public sealed record AdminAct(string Actor, string RequestId);

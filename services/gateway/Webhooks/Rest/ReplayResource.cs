namespace KreaPlatform.Gateway.Webhooks.Rest;

/// <summary>What a replay of a time range has begun.</summary>
/// <param name="Replayed">Deliveries that are sent again.</param>
public sealed record ReplayResource(int Replayed);

namespace KreaPlatform.Gateway.Rest;

/// <summary>Who owns what was made.</summary>
/// <param name="Owner">The account that asked for it.</param>
public sealed record RightsResource(string Owner);

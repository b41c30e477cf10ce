namespace KreaPlatform.Gateway.Keys;

/// <summary>A key as it is asked for.</summary>
/// <param name="Name">What its holder calls it.</param>
/// <param name="Scopes">What it may do.</param>
/// <param name="ExpiresAt">When it stops being in force; null for never.</param>
public sealed record KeyDraft(string Name, Scopes Scopes, DateTimeOffset? ExpiresAt = null);

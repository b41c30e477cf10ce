namespace KreaPlatform.Gateway.Keys.Rest;

/// <summary>The body of <c>POST /v1/keys</c> as it came.</summary>
public sealed class KeyBody
{
    /// <summary>What its holder calls it.</summary>
    public string? Name { get; set; }
    /// <summary>Names of its scopes; null where an element was no text, which is an error already.</summary>
    public IReadOnlyList<string?>? Scopes { get; set; }
    /// <summary>When it stops being in force, as RFC 3339.</summary>
    public string? ExpiresAt { get; set; }
}

namespace KreaPlatform.Gateway.Keys;

/// <summary>A key's row: everything but the key, which is told once and then known only to its holder.</summary>
public sealed class ApiKey
{
    /// <summary>Public id, <c>key_…</c>.</summary>
    public required string Id { get; init; }
    /// <summary>The account.</summary>
    public required string AccountId { get; init; }
    /// <summary>The member whose role bounds it; null for one that the administrator gave to the account itself.</summary>
    public string? MemberId { get; init; }
    /// <summary>What its holder calls it.</summary>
    public required string Name { get; init; }
    /// <summary>Its first characters, by which its holder knows it again (<see cref="KeyText.VisibleLength"/>).</summary>
    public required string Prefix { get; init; }
    /// <summary>SHA-256 of it (<see cref="KeyText.Digest"/>).</summary>
    public required byte[] Digest { get; init; }
    /// <summary>What it may do, as far as the member's role allows.</summary>
    public required Scopes Scopes { get; init; }
    /// <summary>When it was made.</summary>
    public required DateTimeOffset CreatedAt { get; init; }
    /// <summary>When it stops being in force; null for never.</summary>
    public DateTimeOffset? ExpiresAt { get; set; }
    /// <summary>When it was revoked.</summary>
    public DateTimeOffset? RevokedAt { get; set; }
    /// <summary>When it was last used, up to a minute behind.</summary>
    public DateTimeOffset? LastUsedAt { get; set; }
    /// <summary>The key that took its place.</summary>
    public string? ReplacedBy { get; set; }
}

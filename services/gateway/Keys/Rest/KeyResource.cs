using System.Text.Json.Serialization;

namespace KreaPlatform.Gateway.Keys.Rest;

/// <summary>A key as the public API shows it.</summary>
public sealed record KeyResource
{
    /// <summary>Id, <c>key_…</c>.</summary>
    public required string Id { get; init; }
    /// <summary>Always <c>key</c>.</summary>
    public string Object { get; } = "key";
    /// <summary>What its holder calls it.</summary>
    public required string Name { get; init; }
    /// <summary>Its first characters.</summary>
    public required string Prefix { get; init; }
    /// <summary>The key itself: only in the answer that made it.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Key { get; init; }
    /// <summary>What it may do, as far as the member's role allows.</summary>
    public required IReadOnlyList<string> Scopes { get; init; }
    /// <summary>The member whose key it is; null for one of the account itself.</summary>
    public required string? Member { get; init; }
    /// <summary>When it was made.</summary>
    public required DateTimeOffset CreatedAt { get; init; }
    /// <summary>When it stops being in force; null for never.</summary>
    public required DateTimeOffset? ExpiresAt { get; init; }
    /// <summary>When it was revoked.</summary>
    public required DateTimeOffset? RevokedAt { get; init; }
    /// <summary>When it was last used, up to a minute behind.</summary>
    public required DateTimeOffset? LastUsedAt { get; init; }
    /// <summary>The key that took its place.</summary>
    public required string? ReplacedBy { get; init; }

    /// <summary>The resource of a row.</summary>
    public static KeyResource Of(ApiKey key) => new()
    {
        Id = key.Id, Name = key.Name, Prefix = key.Prefix, Scopes = ScopeNames.Of(key.Scopes), Member = key.MemberId, CreatedAt = key.CreatedAt,
        ExpiresAt = key.ExpiresAt, RevokedAt = key.RevokedAt, LastUsedAt = key.LastUsedAt, ReplacedBy = key.ReplacedBy,
    };

    /// <summary>The resource of a key that was just made, with the key.</summary>
    public static KeyResource Of(NewKey key) => Of(key.Row) with { Key = key.Secret };
}

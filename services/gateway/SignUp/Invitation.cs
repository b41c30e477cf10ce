using KreaPlatform.Gateway.Accounts;

namespace KreaPlatform.Gateway.SignUp;

/// <summary>A link that was mailed to an address, and what following it does. The link itself is in the mail only; here is its digest.</summary>
public sealed class Invitation
{
    /// <summary>SHA-256 of the link's token.</summary>
    public required byte[] Digest { get; init; }
    /// <summary>Where it was sent, in lower case.</summary>
    public required string Email { get; init; }
    /// <summary>The network that asked for it (<see cref="Network"/>); null when a member of the account did.</summary>
    public string? Network { get; init; }
    /// <summary>The account to join; null makes a new one, or a new key for a member who is known by then.</summary>
    public string? AccountId { get; init; }
    /// <summary>The role in that account.</summary>
    public Role Role { get; init; } = Role.Owner;
    /// <summary>When it was asked for.</summary>
    public required DateTimeOffset CreatedAt { get; init; }
    /// <summary>When it stops working.</summary>
    public required DateTimeOffset ExpiresAt { get; init; }
    /// <summary>When it was followed; it works once.</summary>
    public DateTimeOffset? UsedAt { get; set; }
}

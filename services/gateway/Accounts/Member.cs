namespace KreaPlatform.Gateway.Accounts;

/// <summary>A person in an account: an address, and a role that bounds what the person's keys may do.</summary>
public sealed class Member
{
    /// <summary>Public id, <c>mem_…</c>.</summary>
    public required string Id { get; init; }
    /// <summary>The account.</summary>
    public required string AccountId { get; init; }
    /// <summary>Address in lower case; of one member in all.</summary>
    public required string Email { get; init; }
    /// <summary>The role.</summary>
    public required Role Role { get; set; }
    /// <summary>When the person joined.</summary>
    public required DateTimeOffset CreatedAt { get; init; }
}

using KreaPlatform.Gateway.Plans;

namespace KreaPlatform.Gateway.Keys;

/// <summary>Who a key belongs to, what the key may do and what the plan allows.</summary>
/// <param name="AccountId">The account; what is made with the key belongs to it.</param>
/// <param name="Plan">Its plan.</param>
public sealed record Caller(string AccountId, Plan Plan)
{
    /// <summary>What the key may do.</summary>
    public Scopes Scopes { get; init; } = Scopes.All;
    /// <summary>Id of the key; a name for those of the configuration.</summary>
    public string KeyId { get; init; } = "";
    /// <summary>The member whose key it is; null when it is nobody's in particular.</summary>
    public string? MemberId { get; init; }
    /// <summary>Whether the account may do nothing at all for now.</summary>
    public bool Suspended { get; init; }
    /// <summary>Scheduling tier of its jobs.</summary>
    public string Tier => Plan.Tier;
    /// <summary>Deadline of a job that names none.</summary>
    public TimeSpan DefaultDeadline => Plan.DefaultDeadline;
    /// <summary>Longest deadline that a job may name.</summary>
    public TimeSpan MaxDeadline => Plan.MaxDeadline;
}

namespace KreaPlatform.Gateway.Billing;

/// <summary>A movement of an account's money: appended once, never changed. The balance is the sum of these.</summary>
public sealed class BalanceEntry
{
    /// <summary>Public id, <c>ent_…</c>; sorts by time.</summary>
    public required string Id { get; init; }
    /// <summary>Whose money.</summary>
    public required string AccountId { get; init; }
    /// <summary>Why it moved.</summary>
    public required EntryKind Kind { get; init; }
    /// <summary>What it does to the available balance, in micro-units; negative takes from it.</summary>
    public required long AmountMicros { get; init; }
    /// <summary>ISO 4217.</summary>
    public required string Currency { get; init; }
    /// <summary>The job; together with the kind unique, so that nothing is booked twice.</summary>
    public string? JobId { get; init; }
    /// <summary>What stands behind it besides a job: a top-up's id, an administrator's act. Unique.</summary>
    public string? Reference { get; init; }
    /// <summary>For a person.</summary>
    public string? Note { get; init; }
    /// <summary>When.</summary>
    public required DateTimeOffset At { get; init; }
}

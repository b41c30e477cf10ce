namespace KreaPlatform.Gateway.Administration;

/// <summary>What an administrator did: appended once in the transaction of the act, never changed.</summary>
public sealed class AuditRecord
{
    /// <summary>Public id, <c>aud_…</c>; sorts by time.</summary>
    public required string Id { get; init; }
    /// <summary>Which key did it.</summary>
    public required string Actor { get; init; }
    /// <summary>What: <c>account.suspended</c>, <c>generation.refunded</c>, …</summary>
    public required string Action { get; init; }
    /// <summary>The account that it concerns.</summary>
    public string? AccountId { get; init; }
    /// <summary>What it was done to, by id.</summary>
    public required string Subject { get; init; }
    /// <summary>The rest: amounts, plans, reasons, as JSON.</summary>
    public required string Details { get; init; }
    /// <summary>The request that did it, as in its log lines.</summary>
    public required string RequestId { get; init; }
    /// <summary>When.</summary>
    public required DateTimeOffset At { get; init; }
}

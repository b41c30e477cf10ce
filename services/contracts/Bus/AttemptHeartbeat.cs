namespace KreaPlatform.Contracts.Bus;

/// <summary>Request: the owner of an attempt extends its lease. Answered by <see cref="ClaimAnswer"/>: not granted means stop, the attempt is no longer yours.</summary>
public sealed record AttemptHeartbeat
{
    /// <summary>The job.</summary>
    public required string JobId { get; init; }
    /// <summary>Number of the attempt.</summary>
    public required int Attempt { get; init; }
    /// <summary>The owner's worker id.</summary>
    public required string Worker { get; init; }
}

namespace KreaPlatform.Contracts.Bus;

/// <summary>Event to all workers: the job ended at the gateway (cancelled, or past its deadline); whoever works on it stops before the next step. Also sent over Redis, which is faster and may be lost.</summary>
public sealed record CancelGeneration
{
    /// <summary>The job.</summary>
    public required string JobId { get; init; }
}

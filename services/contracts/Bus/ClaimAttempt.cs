namespace KreaPlatform.Contracts.Bus;

/// <summary>Request: a worker asks to own an attempt. Answered by <see cref="ClaimAnswer"/>; the first claimant gets the lease.</summary>
public sealed record ClaimAttempt
{
    /// <summary>The job.</summary>
    public required string JobId { get; init; }
    /// <summary>Number of the attempt.</summary>
    public required int Attempt { get; init; }
    /// <summary>Who asks: a worker id.</summary>
    public required string Worker { get; init; }
}

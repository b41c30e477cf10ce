namespace KreaPlatform.Contracts.Bus;

/// <summary>Answer to <see cref="ClaimAttempt"/>.</summary>
public sealed record ClaimAnswer
{
    /// <summary>Whether the worker owns the attempt. When false, the message is acknowledged and dropped.</summary>
    public required bool Granted { get; init; }
    /// <summary>How long the lease lasts without a heartbeat; heartbeats are due every third of it.</summary>
    public TimeSpan Lease { get; init; }
}

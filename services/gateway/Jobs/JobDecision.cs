namespace KreaPlatform.Gateway.Jobs;

/// <summary>What a signal does to a job.</summary>
/// <param name="Next">The state after it.</param>
public sealed record JobDecision(JobState Next)
{
    /// <summary>One of <see cref="TransitionType"/>, or null when watchers have nothing to see (a heartbeat).</summary>
    public string? Transition { get; init; }
    /// <summary>When set, <see cref="JobState.Attempt"/> is to be dispatched after this time.</summary>
    public TimeSpan? DispatchAfter { get; init; }
    /// <summary>Why the job failed, when it did.</summary>
    public string? ErrorCode { get; init; }
    /// <summary>The same for a person.</summary>
    public string? ErrorMessage { get; init; }
    /// <summary>Whether a worker may be busy with it and must be told to stop.</summary>
    public bool StopWorker { get; init; }
    /// <summary>Whether the owner's lease starts anew.</summary>
    public bool RenewLease { get; init; }
}

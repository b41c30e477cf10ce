namespace KreaPlatform.Gateway.Jobs;

/// <summary>A committed move of a job.</summary>
/// <param name="Job">The row after it.</param>
/// <param name="Decision">What was decided.</param>
public sealed record JobChanged(Job Job, JobDecision Decision)
{
    /// <summary>Jobs that moved up in the same transaction because this one ended.</summary>
    public IReadOnlyList<JobChanged> Promoted { get; init; } = [];
}

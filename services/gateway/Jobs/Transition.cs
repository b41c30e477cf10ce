namespace KreaPlatform.Gateway.Jobs;

/// <summary>A numbered move of a job, kept so that streams can be resumed without a gap.</summary>
public sealed class Transition
{
    /// <summary>The job.</summary>
    public required string JobId { get; init; }
    /// <summary>1, 2, 3, … within the job.</summary>
    public required int Number { get; init; }
    /// <summary>One of <see cref="TransitionType"/>.</summary>
    public required string Type { get; init; }
    /// <summary>The attempt that was then dispatched or running.</summary>
    public required int Attempt { get; init; }
    /// <summary>When.</summary>
    public required DateTimeOffset At { get; init; }
}

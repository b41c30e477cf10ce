using KreaPlatform.Contracts.Live;
using KreaPlatform.Gateway.Jobs;

namespace KreaPlatform.Gateway.Watching;

/// <summary>What a watcher of a job sees: a transition, a step or preview, or a changed place in the queue.</summary>
public sealed record JobEvent
{
    /// <summary>Type of events that tell a changed place in the queue.</summary>
    public const string PositionType = "generation.position";
    /// <summary>Type of events that tell a step.</summary>
    public const string StepType = "generation.step";
    /// <summary>Type of events that carry a preview.</summary>
    public const string PreviewType = "generation.preview";

    /// <summary>The event's name.</summary>
    public required string Type { get; init; }
    /// <summary>Number of the job's latest transition: where a stream resumes.</summary>
    public required int Number { get; init; }
    /// <summary>When it happened.</summary>
    public required DateTimeOffset At { get; init; }
    /// <summary>On transitions: the job, as it was when the event was read.</summary>
    public Job? Job { get; init; }
    /// <summary>On steps and previews.</summary>
    public LiveUpdate? Live { get; init; }
    /// <summary>On changed places, and on the transition to the queue while the job waits.</summary>
    public Place? Place { get; init; }
    /// <summary>Whether nothing follows.</summary>
    public bool IsLast { get; init; }
}

using KreaPlatform.Contracts.Generation;

namespace KreaPlatform.Contracts.Bus;

/// <summary>Event of a worker, at start, every few seconds and whenever its models change: who it is and what it can do.</summary>
public sealed record WorkerReport
{
    /// <summary>The worker's id, new at every start.</summary>
    public required string Worker { get; init; }
    /// <summary>Jobs that it runs at once.</summary>
    public required int Slots { get; init; }
    /// <summary>Every bundle that it has found.</summary>
    public required IReadOnlyList<ModelDescription> Models { get; init; }
    /// <summary>When the report was made.</summary>
    public required DateTimeOffset At { get; init; }
    /// <summary>True for the last report of a worker that stops.</summary>
    public bool Leaving { get; init; }
}

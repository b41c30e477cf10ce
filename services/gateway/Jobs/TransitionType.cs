namespace KreaPlatform.Gateway.Jobs;

/// <summary>Names of the events that move a job.</summary>
public static class TransitionType
{
    /// <summary>It waits for other jobs of its account.</summary>
    public const string Backlogged = "generation.backlogged";
    /// <summary>It waits for a worker (first time, or again).</summary>
    public const string Queued = "generation.queued";
    /// <summary>A worker owns it.</summary>
    public const string Started = "generation.started";
    /// <summary>It ended with images.</summary>
    public const string Completed = "generation.completed";
    /// <summary>It ended with a reason.</summary>
    public const string Failed = "generation.failed";
    /// <summary>The filter refused every image.</summary>
    public const string Refused = "generation.refused";
    /// <summary>Its owner ended it.</summary>
    public const string Cancelled = "generation.cancelled";
}

namespace KreaPlatform.Gateway.Jobs;

/// <summary>State of a job; the last four end it.</summary>
public enum JobStatus
{
    /// <summary>Accepted, waiting for the account's own running jobs to end.</summary>
    Backlogged,
    /// <summary>Waiting for a worker.</summary>
    Queued,
    /// <summary>Owned by a worker.</summary>
    Running,
    /// <summary>Ended with images.</summary>
    Completed,
    /// <summary>Ended with a reason instead of images.</summary>
    Failed,
    /// <summary>Ended because the filter refused every image.</summary>
    Refused,
    /// <summary>Ended by its owner.</summary>
    Cancelled,
}

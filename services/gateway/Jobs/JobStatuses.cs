namespace KreaPlatform.Gateway.Jobs;

/// <summary>What follows from a status.</summary>
public static class JobStatuses
{
    /// <summary>Whether nothing can happen to the job any more.</summary>
    public static bool HasEnded(this JobStatus status) => status >= JobStatus.Completed;
}

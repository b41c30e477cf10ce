using KreaPlatform.Gateway.Jobs;

namespace KreaPlatform.Gateway.Compatible.Krea;

/// <summary>
/// States of a job as Krea names them. Two of its names are never given: <c>scheduled</c> (a worker takes a job and starts it in one move) and
/// <c>intermediate-complete</c> (some clients take it for the end).
/// </summary>
public static class KreaStatus
{
    private static readonly Dictionary<string, JobStatus[]> Meanings = new()
    {
        ["backlogged"] = [JobStatus.Backlogged], ["queued"] = [JobStatus.Queued], ["scheduled"] = [JobStatus.Queued],
        ["processing"] = [JobStatus.Running], ["sampling"] = [JobStatus.Running], ["intermediate-complete"] = [JobStatus.Running],
        ["completed"] = [JobStatus.Completed], ["failed"] = [JobStatus.Failed, JobStatus.Refused], ["cancelled"] = [JobStatus.Cancelled],
    };

    /// <summary>Every name that lists can be narrowed to.</summary>
    public static IReadOnlyCollection<string> All => Meanings.Keys;

    /// <summary>The name of a state; a running job is sampling once it has done a step.</summary>
    public static string Of(JobStatus status, bool hasSteps = false) => status switch
    {
        JobStatus.Backlogged => "backlogged",
        JobStatus.Queued => "queued",
        JobStatus.Running => hasSteps ? "sampling" : "processing",
        JobStatus.Completed => "completed",
        JobStatus.Cancelled => "cancelled",
        // Krea has no name for a refusal: it is a failure, and error.code says which.
        _ => "failed",
    };

    /// <summary>The states that a name stands for; null for a name that Krea does not have.</summary>
    public static IReadOnlyList<JobStatus>? Parse(string name) => Meanings.GetValueOrDefault(name);
}

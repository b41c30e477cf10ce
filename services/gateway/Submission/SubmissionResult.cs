using KreaPlatform.Gateway.Jobs;
using KreaPlatform.Gateway.Problems;

namespace KreaPlatform.Gateway.Submission;

/// <summary>What became of a request, whichever protocol it came by.</summary>
public abstract record SubmissionResult
{
    private SubmissionResult() { }

    /// <summary>What became of a request that was ready to be accepted.</summary>
    public static SubmissionResult Of(Admission admission) => admission.Job is { } job ? new Accepted(job) : new NotAdmitted(admission.Refusal!);

    /// <summary>The job is committed and will end.</summary>
    public sealed record Accepted(Job Job) : SubmissionResult;
    /// <summary>Fields are wrong; nothing was enqueued.</summary>
    public sealed record Invalid(IReadOnlyList<FieldError> Errors) : SubmissionResult;
    /// <summary>The prompt asks for what is not made here; nothing was enqueued.</summary>
    public sealed record PromptRefused(FieldError Error) : SubmissionResult;
    /// <summary>The request is valid, but plan or balance don't allow it now; nothing was enqueued.</summary>
    public sealed record NotAdmitted(AdmissionRefusal Refusal) : SubmissionResult;
    /// <summary>The request is valid, but no worker can serve its model now.</summary>
    public sealed record Unavailable(string Reason) : SubmissionResult;
    /// <summary>The request is valid, but its model is no longer offered.</summary>
    public sealed record Retired(string Reason) : SubmissionResult;
    /// <summary>The caller has no such generation or image.</summary>
    public sealed record NotFound(string Reason) : SubmissionResult;
    /// <summary>There is no such image yet, or never will be: it was refused.</summary>
    public sealed record NoImage(string Reason) : SubmissionResult;
    /// <summary>What the job would be made from was deleted.</summary>
    public sealed record Gone(string Reason) : SubmissionResult;
}

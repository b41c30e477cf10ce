using KreaPlatform.Gateway.Problems;
using KreaPlatform.Gateway.Submission;

namespace KreaPlatform.Gateway.Rest;

/// <summary>Tells callers why a request did not become a job.</summary>
public static class SubmissionProblems
{
    /// <summary>The problem of a result without a job.</summary>
    /// <exception cref="InvalidOperationException">There is a job.</exception>
    public static Problem Of(SubmissionResult result) => result switch
    {
        SubmissionResult.Invalid invalid => Problem.InvalidFields(invalid.Errors),
        SubmissionResult.PromptRefused refused => new Problem(ProblemKind.PromptRefused, "The prompt asks for what is not made here.") { Errors = [refused.Error] },
        SubmissionResult.NotAdmitted denied => AdmissionProblems.Of(denied.Refusal),
        SubmissionResult.Unavailable unavailable => new Problem(ProblemKind.ModelUnavailable, unavailable.Reason),
        SubmissionResult.Retired retired => new Problem(ProblemKind.ModelRetired, retired.Reason),
        SubmissionResult.NotFound missing => new Problem(ProblemKind.NotFound, missing.Reason),
        SubmissionResult.NoImage none => new Problem(ProblemKind.NoImage, none.Reason),
        SubmissionResult.Gone gone => new Problem(ProblemKind.Gone, gone.Reason),
        _ => throw new InvalidOperationException($"No problem in {result.GetType().Name}."),
    };
}

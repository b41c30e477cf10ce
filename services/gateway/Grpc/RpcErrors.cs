using Google.Protobuf.WellKnownTypes;
using Google.Rpc;
using Grpc.Core;
using KreaPlatform.Gateway.Jobs;
using KreaPlatform.Gateway.Problems;
using KreaPlatform.Gateway.Rest;
using KreaPlatform.Gateway.Submission;

namespace KreaPlatform.Gateway.Grpc;

/// <summary>Failures of calls, as google.rpc.Status where there is more to say than a sentence.</summary>
public static class RpcErrors
{
    /// <summary>INVALID_ARGUMENT with one violation in google.rpc.BadRequest for each error: its field as a path with dots, its code as the reason.</summary>
    public static RpcException Invalid(IReadOnlyList<FieldError> errors) => new Google.Rpc.Status
    {
        Code = (int)Code.InvalidArgument,
        Message = string.Join(" ", errors.Take(3).Select(e => $"{Path(e)} {e.Detail}.".TrimStart())),
        Details = { Any.Pack(Violations(errors)) },
    }.ToRpcException();

    /// <summary>What a request that made no job is answered.</summary>
    public static RpcException Of(SubmissionResult result) => result switch
    {
        SubmissionResult.Invalid invalid => Invalid(invalid.Errors),
        SubmissionResult.PromptRefused refused => PromptRefused(refused.Error),
        SubmissionResult.NotAdmitted denied => Refused(denied.Refusal),
        SubmissionResult.Unavailable unavailable => Unavailable(unavailable.Reason),
        SubmissionResult.Retired retired => Retired(retired.Reason),
        SubmissionResult.NotFound missing => new RpcException(new global::Grpc.Core.Status(StatusCode.NotFound, missing.Reason)),
        SubmissionResult.NoImage none => new RpcException(new global::Grpc.Core.Status(StatusCode.FailedPrecondition, none.Reason)),
        SubmissionResult.Gone gone => new RpcException(new global::Grpc.Core.Status(StatusCode.FailedPrecondition, gone.Reason)),
        _ => throw new InvalidOperationException($"No answer to {result.GetType().Name}."),
    };

    /// <summary>INVALID_ARGUMENT with google.rpc.ErrorInfo, reason PROMPT_REFUSED, beside the field.</summary>
    private static RpcException PromptRefused(FieldError error) => new Google.Rpc.Status
    {
        Code = (int)Code.InvalidArgument,
        Message = "The prompt asks for what is not made here.",
        Details = { Any.Pack(new ErrorInfo { Reason = "PROMPT_REFUSED", Domain = "krea" }), Any.Pack(Violations([error])) },
    }.ToRpcException();

    private static BadRequest Violations(IReadOnlyList<FieldError> errors)
    {
        var violations = new BadRequest();
        foreach (var error in errors)
            violations.FieldViolations.Add(new BadRequest.Types.FieldViolation { Field = Path(error), Description = error.Detail, Reason = error.Code.ToUpperInvariant() });
        return violations;
    }

    /// <summary>UNAUTHENTICATED.</summary>
    public static RpcException Unauthenticated(string detail) => new(new global::Grpc.Core.Status(StatusCode.Unauthenticated, detail));

    /// <summary>PERMISSION_DENIED: the key lacks a scope, or its account is suspended.</summary>
    public static RpcException Forbidden(string detail) => new(new global::Grpc.Core.Status(StatusCode.PermissionDenied, detail));

    /// <summary>RESOURCE_EXHAUSTED for limits of the plan, FAILED_PRECONDITION when the balance does not cover the price or an image is gone.</summary>
    public static RpcException Refused(AdmissionRefusal refusal) => new(new global::Grpc.Core.Status(
        refusal switch
        {
            AdmissionRefusal.Unpaid or AdmissionRefusal.ImageGone => StatusCode.FailedPrecondition,
            AdmissionRefusal.NotInPlan => StatusCode.PermissionDenied,
            _ => StatusCode.ResourceExhausted,
        }, AdmissionProblems.Sentence(refusal)));

    /// <summary>NOT_FOUND.</summary>
    public static RpcException NotFound(string detail) => new(new global::Grpc.Core.Status(StatusCode.NotFound, detail));

    /// <summary>NOT_FOUND for a generation.</summary>
    public static RpcException NoGeneration() => NotFound("There is no generation of that id in your account.");

    /// <summary>The model is no longer offered.</summary>
    public static RpcException Retired(string detail) => new(new global::Grpc.Core.Status(StatusCode.FailedPrecondition, detail));

    /// <summary>UNAVAILABLE: the same call may succeed later.</summary>
    public static RpcException Unavailable(string detail) => new(new global::Grpc.Core.Status(StatusCode.Unavailable, detail));

    /// <summary>FAILED_PRECONDITION: the generation has ended.</summary>
    public static RpcException AlreadyEnded(string status) =>
        new(new global::Grpc.Core.Status(StatusCode.FailedPrecondition, $"The generation is {status}."));

    /// <summary>ABORTED: a call with the same key is being worked on.</summary>
    public static RpcException InFlight() =>
        new(new global::Grpc.Core.Status(StatusCode.Aborted, "A call with this idempotency-key is still being worked on: call again in a moment."));

    /// <summary>RESOURCE_EXHAUSTED with google.rpc.RetryInfo: a limit of the plan was reached.</summary>
    public static RpcException Exhausted(string detail, TimeSpan retryAfter) => new Google.Rpc.Status
    {
        Code = (int)Code.ResourceExhausted, Message = detail, Details = { Any.Pack(new RetryInfo { RetryDelay = Duration.FromTimeSpan(retryAfter) }) },
    }.ToRpcException();

    private static string Path(FieldError error) =>
        error.Parameter ?? string.Join('.', error.Pointer!.Split('/', StringSplitOptions.RemoveEmptyEntries).Select(s => s.Replace("~1", "/").Replace("~0", "~")));
}

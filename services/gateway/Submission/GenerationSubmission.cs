using KreaPlatform.Gateway.Idempotency;
using KreaPlatform.Gateway.Jobs;
using KreaPlatform.Gateway.Keys;
using KreaPlatform.Gateway.Moderation;
using KreaPlatform.Gateway.Problems;
using KreaPlatform.Gateway.Requests;
using KreaPlatform.Gateway.Webhooks.Endpoints;

namespace KreaPlatform.Gateway.Submission;

/// <summary>
/// The way of every request from what a caller wrote to a job, whichever protocol or dialect it came by:
/// 1. judged (pure), 2. moderated, 3. resolved to stored images, 4. accepted. Nothing is enqueued, fetched or stored for a request that fails before.
/// </summary>
public sealed partial class GenerationSubmission(
    RequestContexts contexts, IPromptModerator moderator, SourceResolver resolver, WebhookUrls webhooks, JobService jobs, ILogger<GenerationSubmission> logger)
{
    /// <summary>Submits a draft.</summary>
    /// <param name="caller">Who asks.</param>
    /// <param name="draft">What was read.</param>
    /// <param name="errors">What reading found wrong; what is found here is added.</param>
    /// <param name="claim">The claim of the request's idempotency key, if it has one.</param>
    /// <param name="cancel">Gives up.</param>
    public async Task<SubmissionResult> SubmitAsync(Caller caller, RequestDraft draft, ErrorList errors, IdempotencyClaim? claim, CancellationToken cancel)
    {
        if (await jobs.FindEarlierAsync(caller, claim, cancel) is { } earlier) return new SubmissionResult.Accepted(earlier);

        // 1.
        var judged = RequestRules.Judge(draft, contexts.For(caller), errors);
        if (judged.Unavailable is { } unavailable) return new SubmissionResult.Unavailable(unavailable);
        if (judged.Retired is { } retired) return new SubmissionResult.Retired(retired);
        if (judged.Request is not { } request) return new SubmissionResult.Invalid(judged.Errors);

        // 2.
        if (await ModerateAsync(caller, request.Prompt, cancel) is { } refused) return refused;

        // 3.
        if (request.Webhook is { } told) await webhooks.CheckAsync(told.Url, "/webhook/url", errors, cancel);
        if (!errors.IsEmpty) return new SubmissionResult.Invalid(errors.Items);
        if (await resolver.ResolveAsync(caller, request, errors, cancel) is not { } resolved) return new SubmissionResult.Invalid(errors.Items);

        // 4.
        return SubmissionResult.Of(await jobs.SubmitAsync(caller, resolved, parent: null, claim, cancel));
    }

    /// <summary>Submits a request that follows from an earlier job and needs no judging or resolving any more.</summary>
    public async Task<SubmissionResult> SubmitAsync(Caller caller, ResolvedRequest resolved, JobParent parent, IdempotencyClaim? claim, CancellationToken cancel)
    {
        if (await ModerateAsync(caller, resolved.Request.Prompt, cancel) is { } refused) return refused;
        // A URL was named for the earlier job alone, and its secret was not kept longer than that.
        resolved = resolved with { Request = resolved.Request with { Webhook = null } };
        return SubmissionResult.Of(await jobs.SubmitAsync(caller, resolved, parent, claim, cancel));
    }

    // A negative prompt says what to stay away from, and is not judged.
    private async ValueTask<SubmissionResult?> ModerateAsync(Caller caller, string prompt, CancellationToken cancel)
    {
        var verdict = await moderator.JudgeAsync(prompt, cancel);
        if (!verdict.IsRefused) return null;
        LogRefused(caller.AccountId, verdict.Code, verdict.Term);
        return new SubmissionResult.PromptRefused(FieldError.At("/prompt", verdict.Code, "asks for what is not made here"));
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "A prompt of {AccountId} was refused: {Code}, by the term '{Term}'")]
    private partial void LogRefused(string accountId, string code, string? term);
}

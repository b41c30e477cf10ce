using KreaPlatform.Gateway.Idempotency;
using KreaPlatform.Gateway.Jobs;
using KreaPlatform.Gateway.Models;
using KreaPlatform.Gateway.Problems;
using KreaPlatform.Gateway.Requests;
using KreaPlatform.Gateway.Watching;
using Microsoft.Extensions.Options;

namespace KreaPlatform.Gateway.Rest;

/// <summary><c>POST /v1/generations</c>.</summary>
internal sealed class SubmitGeneration(
    JobService jobs, JobWatch watch, RequestContexts contexts, GenerationResources resources, PublicUrls urls, ModelRegistry models,
    IHostApplicationLifetime lifetime, IOptions<EdgeOptions> options)
{
    /// <summary>
    /// 1. Reads the body. 2. Understands it. 3. Accepts the job. 4. Waits for its end if asked to.
    /// Answers 202 with <c>Location</c> while the job is open, 200 with <c>Location</c> when it ended within the wait.
    /// </summary>
    public async Task<IResult> HandleAsync(HttpContext context)
    {
        var caller = context.Caller();
        var cancel = context.RequestAborted;

        var (document, unreadable) = await context.Request.ReadJsonAsync(options.Value.MaxBodyBytes, cancel);
        if (unreadable is not null) return unreadable;

        RequestResult result;
        using (document) result = RequestParser.Parse(document!.RootElement, contexts.For(caller));
        if (result.Unavailable is { } reason) return new Problem(ProblemKind.ModelUnavailable, reason);
        if (result.Retired is { } retired) return new Problem(ProblemKind.ModelRetired, retired);
        if (result.Request is not { } request) return Problem.InvalidFields(result.Errors);

        var admission = await jobs.SubmitAsync(caller, request, context.Claim(), cancel);
        if (admission.Job is not { } job) return AdmissionProblems.Of(admission.Refusal!);

        if (WaitPreference.Read(context.Request.Headers["Prefer"]) is { } wait)
        {
            job = await watch.WaitForEndAsync(caller, job.Id, wait, lifetime, cancel) ?? job;
            WaitPreference.Applied(context.Response, wait);
        }
        context.Response.Announce(models.LifecycleOf(job.Model));
        context.Response.Headers.Location = $"{urls.Of(context.Request)}/v1/generations/{job.Id}";
        context.Response.Headers.CacheControl = "no-store";
        return Results.Json(await resources.OfAsync(job, urls.Of(context.Request), cancel), PublicJson.Options,
            statusCode: job.Status.HasEnded() ? StatusCodes.Status200OK : StatusCodes.Status202Accepted);
    }
}

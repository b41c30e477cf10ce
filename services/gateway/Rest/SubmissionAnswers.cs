using KreaPlatform.Gateway.Jobs;
using KreaPlatform.Gateway.Models;
using KreaPlatform.Gateway.Submission;
using KreaPlatform.Gateway.Watching;

namespace KreaPlatform.Gateway.Rest;

/// <summary>
/// Answers to whatever makes a job: 202 with <c>Location</c> while it is open, 200 with <c>Location</c> when it ended within the time of
/// <c>Prefer: wait=N</c>, else a problem.
/// </summary>
internal sealed class SubmissionAnswers(JobWatch watch, GenerationResources resources, PublicUrls urls, ModelRegistry models, IHostApplicationLifetime lifetime)
{
    /// <summary>The answer; held for as long as the request prefers to wait.</summary>
    public async Task<IResult> OfAsync(HttpContext context, SubmissionResult result) =>
        result is SubmissionResult.Accepted accepted ? await OfAsync(context, accepted.Job) : SubmissionProblems.Of(result);

    private async Task<IResult> OfAsync(HttpContext context, Job job)
    {
        var cancel = context.RequestAborted;
        if (WaitPreference.Read(context.Request.Headers["Prefer"]) is { } wait)
        {
            job = await watch.WaitForEndAsync(context.Caller(), job.Id, wait, lifetime, cancel) ?? job;
            WaitPreference.Applied(context.Response, wait);
        }
        context.Response.Announce(models.LifecycleOf(job.Model));
        context.Response.Headers.Location = $"{urls.Of(context.Request)}/v1/generations/{job.Id}";
        return Answers.Json(context, await resources.OfAsync(job, urls.Of(context.Request), cancel),
            job.Status.HasEnded() ? StatusCodes.Status200OK : StatusCodes.Status202Accepted);
    }
}

using System.Text.Json;
using KreaPlatform.Gateway.Idempotency;
using KreaPlatform.Gateway.Jobs;
using KreaPlatform.Gateway.Models;
using KreaPlatform.Gateway.Requests;
using KreaPlatform.Gateway.Rest;
using KreaPlatform.Gateway.Submission;
using KreaPlatform.Gateway.Watching;
using Microsoft.Extensions.Options;

namespace KreaPlatform.Gateway.Compatible.OpenAi;

/// <summary>
/// <c>POST /v1/images/generations</c> and <c>/v1/images/edits</c>: a job that is waited for. A caller who goes away before the end has nobody to collect
/// it, and may be about to ask again: the job is cancelled, which costs nothing, unless an idempotency key lets the next call find it.
/// </summary>
internal sealed class OpenAiCalls(
    GenerationSubmission submission, JobService jobs, JobWatch watch, ModelRegistry models, OpenAiForms forms, OpenAiAnswers answers, OpenAiStream stream,
    IHostApplicationLifetime lifetime, IOptions<OpenAiOptions> options, IOptions<EdgeOptions> edge)
{
    /// <summary>Header that names the job behind an answer, so that it can be found again under <c>/v1/generations</c>.</summary>
    public const string GenerationHeader = "X-Generation-Id";

    /// <summary>Makes images from a prompt.</summary>
    public async Task<IResult> GenerateAsync(HttpContext context)
    {
        var (document, unreadable) = await context.Request.ReadJsonAsync(edge.Value.MaxBodyBytes, context.RequestAborted);
        if (unreadable is not null) return unreadable;
        using (document) return await HandleAsync(context, document!.RootElement, edit: false, new ErrorList());
    }

    /// <summary>Makes images from images, given in a form or in JSON.</summary>
    public async Task<IResult> EditAsync(HttpContext context)
    {
        var errors = new ErrorList();
        var (document, unreadable) = context.Request.HasFormContentType
            ? await forms.ReadAsync(context, errors)
            : await context.Request.ReadJsonAsync(options.Value.MaxBodyBytes, context.RequestAborted);
        if (unreadable is not null) return unreadable;
        using (document) return await HandleAsync(context, document!.RootElement, edit: true, errors);
    }

    // 1. Understands the body. 2. Submits what it says. 3. Waits, and answers, at the end or on the way.
    private async Task<IResult> HandleAsync(HttpContext context, JsonElement body, bool edit, ErrorList errors)
    {
        // 1.
        var caller = context.Caller();
        var call = OpenAiMapper.Read(body, edit, name => (name ?? models.DefaultModel) is { } known ? models.Find(known) : null, errors);
        await OpenAiForms.TurnMaskAsync(call.Draft, context.RequestAborted);
        call.Draft.DeadlineSeconds = (long)Math.Min(options.Value.Deadline.TotalSeconds, caller.MaxDeadline.TotalSeconds);

        // 2.
        var result = await submission.SubmitAsync(caller, call.Draft, errors, context.Claim(), context.RequestAborted);
        if (result is not SubmissionResult.Accepted { Job: var job }) return SubmissionProblems.Of(result);
        context.Response.Headers[GenerationHeader] = job.Id;
        context.Response.Headers.CacheControl = "no-store";
        context.Response.Announce(models.LifecycleOf(call.Draft.Model ?? job.Model));

        // 3.
        try
        {
            if (call.Stream)
            {
                await stream.WriteAsync(context, job, call, edit ? "image_edit" : "image_generation", context.RequestAborted);
                return Results.Empty;
            }
            job = await watch.WaitForEndAsync(caller, job.Id, options.Value.Deadline + Grace, lifetime, context.RequestAborted) ?? job;
            return await answers.OfAsync(context, job, call);
        }
        catch (OperationCanceledException) when (context.RequestAborted.IsCancellationRequested)
        {
            if (context.Claim() is null) await jobs.CancelAsync(caller, job.Id, CancellationToken.None);
            return Results.Empty;
        }
    }

    // The deadline ends the job; a moment later that is known here.
    private static readonly TimeSpan Grace = TimeSpan.FromSeconds(10);
}

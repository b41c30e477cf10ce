using KreaPlatform.Gateway.Idempotency;
using KreaPlatform.Gateway.Models;
using KreaPlatform.Gateway.Problems;
using KreaPlatform.Gateway.Requests;
using KreaPlatform.Gateway.Rest;
using KreaPlatform.Gateway.Submission;
using Microsoft.Extensions.Options;

namespace KreaPlatform.Gateway.Compatible.Krea;

/// <summary><c>POST /generate/image/{model}</c>.</summary>
internal sealed class KreaGenerate(GenerationSubmission submission, KreaJobs jobs, ModelRegistry models, IOptions<EdgeOptions> options)
{
    /// <summary>Header that names where the job is sent once it has ended.</summary>
    public const string WebhookHeader = "X-Webhook-URL";

    /// <summary>1. Finds the model of the path. 2. Reads the body, and where the end is told. 3. Submits what they say. 4. Answers with the job.</summary>
    public async Task<IResult> HandleAsync(HttpContext context, string model)
    {
        // 1.
        if (models.RetiredReason(model) is { } retired) return KreaErrors.Retired(retired, models.LifecycleOf(model));
        if (models.Find(model) is null) return new Problem(ProblemKind.NotFound, $"There is no model {JsonPointer.Quote(model)} here; GET /v1/models lists those that there are.");

        // 2.
        var (document, unreadable) = await context.Request.ReadJsonAsync(options.Value.MaxBodyBytes, context.RequestAborted);
        if (unreadable is not null) return unreadable;
        var errors = new ErrorList();
        RequestDraft draft;
        using (document) draft = KreaMapper.Read(document!.RootElement, model, errors);

        if (context.Request.Headers[WebhookHeader].ToString() is { Length: > 0 } url)
            draft.Webhook = new JobWebhookDraft { Url = url, Format = KreaPayload.Name };

        // 3.
        var result = await submission.SubmitAsync(context.Caller(), draft, errors, context.Claim(), context.RequestAborted);
        if (result is not SubmissionResult.Accepted accepted) return SubmissionProblems.Of(result);

        // 4.
        context.Response.Announce(models.LifecycleOf(model));
        return Answers.Json(context, await jobs.ShowAsync(context, accepted.Job));
    }
}

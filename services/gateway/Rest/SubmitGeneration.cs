using KreaPlatform.Gateway.Idempotency;
using KreaPlatform.Gateway.Problems;
using KreaPlatform.Gateway.Requests;
using KreaPlatform.Gateway.Submission;
using Microsoft.Extensions.Options;

namespace KreaPlatform.Gateway.Rest;

/// <summary><c>POST /v1/generations</c>.</summary>
internal sealed class SubmitGeneration(GenerationSubmission submission, SubmissionAnswers answers, IOptions<EdgeOptions> options)
{
    /// <summary>1. Reads the body. 2. Submits what it says. 3. Answers.</summary>
    public async Task<IResult> HandleAsync(HttpContext context)
    {
        // 1.
        var (document, unreadable) = await context.Request.ReadJsonAsync(options.Value.MaxBodyBytes, context.RequestAborted);
        if (unreadable is not null) return unreadable;
        var errors = new ErrorList();
        RequestDraft? draft;
        using (document) draft = RequestParser.Read(document!.RootElement, errors);
        if (draft is null) return Problem.InvalidFields(errors.Items);

        // 2., 3.
        return await answers.OfAsync(context, await submission.SubmitAsync(context.Caller(), draft, errors, context.Claim(), context.RequestAborted));
    }
}

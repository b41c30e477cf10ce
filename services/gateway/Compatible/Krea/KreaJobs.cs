using KreaPlatform.Contracts.Ids;
using KreaPlatform.Gateway.Jobs;
using KreaPlatform.Gateway.Problems;
using KreaPlatform.Gateway.Rest;

namespace KreaPlatform.Gateway.Compatible.Krea;

/// <summary>The account's jobs in Krea's form, whichever way they came in.</summary>
internal sealed class KreaJobs(JobService jobs, GenerationResources resources, PublicUrls urls)
{
    /// <summary><c>GET /jobs</c>: newest first.</summary>
    public async Task<IResult> ListAsync(HttpContext context)
    {
        var query = KreaListQuery.Read(context.Request.Query, out var errors);
        if (errors.Count > 0) return Problem.InvalidParameters(errors);
        if (!query.HasImages) return Answers.Json(context, new KreaPage<KreaJob>([], null));
        var page = await jobs.ListAsync(context.Caller(), query.Filter, after: null, query.Limit, context.RequestAborted);
        var items = new List<KreaJob>(page.Items.Count);
        foreach (var job in page.Items) items.Add(await ShowAsync(context, job));
        return Answers.Json(context, new KreaPage<KreaJob>(items, page.NextCursor is null ? null : KreaListQuery.CursorAfter(page.Items[^1].CreatedAt)));
    }

    /// <summary><c>GET /jobs/{id}</c>.</summary>
    public async Task<IResult> ReadAsync(HttpContext context, string id) =>
        KreaIds.Parse(id, IdPrefix.Generation) is { } own && await jobs.FindAsync(context.Caller(), own, context.RequestAborted) is { } job
            ? Answers.Json(context, await ShowAsync(context, job))
            : NoJob();

    /// <summary><c>DELETE /jobs/{id}</c>: cancels a job that is open, and removes the images of one that has ended.</summary>
    public async Task<IResult> DeleteAsync(HttpContext context, string id) =>
        KreaIds.Parse(id, IdPrefix.Generation) is { } own && await jobs.DeleteImagesAsync(context.Caller(), own, context.RequestAborted) is { } job
            ? Answers.Json(context, new KreaDeletedJob(KreaIds.Of(job.Id, IdPrefix.Generation)))
            : NoJob();

    /// <summary>A job in Krea's form, with links for whoever sent the request.</summary>
    public async Task<KreaJob> ShowAsync(HttpContext context, Job job)
    {
        var shown = await resources.OfAsync(job, urls.Of(context.Request), context.RequestAborted);
        return KreaJob.Of(job, [.. shown.Images.Select(i => i.Url).OfType<string>()], shown.Progress is not null);
    }

    private static Problem NoJob() => new(ProblemKind.NotFound, "There is no job of that id in your account.");
}

using KreaPlatform.Contracts.Ids;
using KreaPlatform.Gateway.Idempotency;
using KreaPlatform.Gateway.Jobs;
using KreaPlatform.Gateway.Keys;
using KreaPlatform.Gateway.Limits;
using KreaPlatform.Gateway.Problems;
using KreaPlatform.Gateway.Watching;

namespace KreaPlatform.Gateway.Rest;

/// <summary>The routes of <c>/v1/generations</c>.</summary>
public static class GenerationRoutes
{
    /// <summary>Adds what the routes need.</summary>
    public static IServiceCollection AddGenerationRoutes(this IServiceCollection services) => services
        .AddSingleton<SubmitGeneration>()
        .AddSingleton<SubmissionAnswers>()
        .AddSingleton<GenerationEvents>()
        .AddSingleton<GenerationResources>()
        .AddSingleton<PublicUrls>();

    /// <summary>Maps the routes; every one needs a key.</summary>
    public static RouteGroupBuilder MapGenerations(this IEndpointRouteBuilder routes)
    {
        var group = routes.MapGroup("/v1/generations").Keyed().WithTags("Generations");
        group.MapPost("", (HttpContext context, SubmitGeneration submit) => submit.HandleAsync(context)).WithName("submitGeneration").Needs(Scopes.Generate).Idempotent();
        group.MapGet("", ListAsync).WithName("listGenerations").Needs(Scopes.Read);
        group.MapGet("{id}", ReadAsync).WithName("readGeneration").Needs(Scopes.Read);
        group.MapPost("{id}/cancel", CancelAsync).WithName("cancelGeneration").Needs(Scopes.Generate);
        group.MapDelete("{id}", DeleteAsync).WithName("deleteGenerationImages").Needs(Scopes.Generate);
        group.MapGet("{id}/events", (HttpContext context, string id, GenerationEvents events) => events.HandleAsync(context, id)).WithName("watchGeneration")
            .Needs(Scopes.Read).WithMetadata(new StreamsAttribute());
        return group;
    }

    private static async Task<IResult> ListAsync(HttpContext context, JobService jobs, GenerationResources resources, PublicUrls urls)
    {
        var query = ListQuery.Read(context.Request.Query, out var errors);
        if (errors.Count > 0) return Problem.InvalidParameters(errors);
        var cancel = context.RequestAborted;
        var page = await jobs.ListAsync(context.Caller(), query.Filter, query.After, query.Limit, cancel);
        var items = new List<GenerationResource>(page.Items.Count);
        foreach (var job in page.Items) items.Add(await resources.OfAsync(job, urls.Of(context.Request), cancel));
        return Answers.Json(context, new PageResource(items, page.NextCursor));
    }

    private static async Task<IResult> ReadAsync(HttpContext context, string id, JobService jobs, JobWatch watch, GenerationResources resources, PublicUrls urls,
        IHostApplicationLifetime lifetime)
    {
        if (!PrefixedId.IsValid(id, IdPrefix.Generation)) return Problem.NoGeneration();
        var cancel = context.RequestAborted;
        Job? job;
        if (WaitPreference.Read(context.Request.Headers["Prefer"]) is { } wait)
        {
            job = await watch.WaitForEndAsync(context.Caller(), id, wait, lifetime, cancel);
            if (job is not null) WaitPreference.Applied(context.Response, wait);
        }
        else job = await jobs.FindAsync(context.Caller(), id, cancel);
        return job is null ? Problem.NoGeneration() : new TaggedJson<GenerationResource>(await resources.OfAsync(job, urls.Of(context.Request), cancel));
    }

    private static async Task<IResult> CancelAsync(HttpContext context, string id, JobService jobs, GenerationResources resources, PublicUrls urls)
    {
        if (!PrefixedId.IsValid(id, IdPrefix.Generation)) return Problem.NoGeneration();
        var cancel = context.RequestAborted;
        var outcome = await jobs.CancelAsync(context.Caller(), id, cancel);
        if (outcome == CancelOutcome.NotFound || await jobs.FindAsync(context.Caller(), id, cancel) is not { } job) return Problem.NoGeneration();
        return outcome == CancelOutcome.AlreadyEnded
            ? new Problem(ProblemKind.AlreadyEnded, $"The generation is {StatusNames.Of(job.Status)}.")
            : Answers.Json(context, await resources.OfAsync(job, urls.Of(context.Request), cancel));
    }

    private static async Task<IResult> DeleteAsync(HttpContext context, string id, JobService jobs, GenerationResources resources, PublicUrls urls)
    {
        if (!PrefixedId.IsValid(id, IdPrefix.Generation)) return Problem.NoGeneration();
        var cancel = context.RequestAborted;
        return await jobs.DeleteImagesAsync(context.Caller(), id, cancel) is { } job
            ? Answers.Json(context, await resources.OfAsync(job, urls.Of(context.Request), cancel))
            : Problem.NoGeneration();
    }
}

using KreaPlatform.Gateway.Idempotency;
using KreaPlatform.Gateway.Keys;
using KreaPlatform.Gateway.Problems;
using KreaPlatform.Gateway.Rest;
using KreaPlatform.Gateway.Webhooks.Payloads;

namespace KreaPlatform.Gateway.Compatible.Krea;

/// <summary>The routes of Krea's API, under its own paths: its clients work by changing their base URL.</summary>
public static class KreaRoutes
{
    /// <summary>Adds what the routes need.</summary>
    public static IServiceCollection AddKreaRoutes(this IServiceCollection services) => services
        .AddSingleton<KreaJobs>()
        .AddSingleton<KreaGenerate>()
        .AddSingleton<IWebhookPayload, KreaPayload>()
        .AddSingleton<KreaAssets>()
        .AddSingleton<KreaStyles>();

    /// <summary>Maps the routes; every one needs a key.</summary>
    public static RouteGroupBuilder MapKrea(this IEndpointRouteBuilder routes)
    {
        var group = routes.MapGroup("").Keyed().WithMetadata(new KreaErrors()).WithTags("Krea's API");
        group.MapPost("/generate/image/{**model}", (HttpContext context, string model, KreaGenerate generate) => generate.HandleAsync(context, model))
            .WithName("kreaGenerate").Needs(Scopes.Generate).Idempotent();
        group.MapGet("/jobs", (HttpContext context, KreaJobs jobs) => jobs.ListAsync(context)).WithName("kreaListJobs").Needs(Scopes.Read);
        group.MapGet("/jobs/{id}", (HttpContext context, string id, KreaJobs jobs) => jobs.ReadAsync(context, id)).WithName("kreaReadJob").Needs(Scopes.Read);
        group.MapDelete("/jobs/{id}", (HttpContext context, string id, KreaJobs jobs) => jobs.DeleteAsync(context, id)).WithName("kreaDeleteJob").Needs(Scopes.Generate);
        group.MapPost("/assets", (HttpContext context, KreaAssets assets) => assets.UploadAsync(context)).WithName("kreaCreateAsset").Needs(Scopes.Assets).Idempotent();
        group.MapGet("/assets", (HttpContext context, KreaAssets assets) => assets.ListAsync(context)).WithName("kreaListAssets").Needs(Scopes.Read);
        group.MapGet("/assets/{id}", (HttpContext context, string id, KreaAssets assets) => assets.ReadAsync(context, id)).WithName("kreaReadAsset").Needs(Scopes.Read);
        group.MapDelete("/assets/{id}", (HttpContext context, string id, KreaAssets assets) => assets.DeleteAsync(context, id)).WithName("kreaDeleteAsset")
            .Needs(Scopes.Assets);
        group.MapGet("/styles", (HttpContext context, KreaStyles styles) => styles.ListAsync(context)).WithName("kreaListStyles").Needs(Scopes.Read);
        group.MapGet("/styles/{id}", (HttpContext context, string id, KreaStyles styles) => styles.ReadAsync(context, id)).WithName("kreaReadStyle").Needs(Scopes.Read);
        group.Map("/generate/{**rest}", () => new Problem(ProblemKind.NotFound, "Only images are made here: POST /generate/image/{model}.")).ExcludeFromDescription();
        return group;
    }
}

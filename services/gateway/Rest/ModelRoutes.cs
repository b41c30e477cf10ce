using KreaPlatform.Gateway.Models;
using KreaPlatform.Gateway.Problems;

namespace KreaPlatform.Gateway.Rest;

/// <summary>The routes of <c>/v1/models</c>.</summary>
public static class ModelRoutes
{
    /// <summary>Maps the routes; every one needs a key.</summary>
    public static RouteGroupBuilder MapModels(this IEndpointRouteBuilder routes)
    {
        var group = routes.MapGroup("/v1/models").AddEndpointFilter<ApiKeyFilter>().WithTags("Models");
        group.MapGet("", (ModelRegistry registry) =>
        {
            var standard = registry.DefaultModel;
            return Results.Json(new ModelList([.. registry.All.Select(m => ModelResource.Of(m, standard))]), PublicJson.Options);
        }).WithName("listModels");
        group.MapGet("{id}", (string id, ModelRegistry registry) => registry.Find(id) is { } model
            ? Results.Json(ModelResource.Of(model, registry.DefaultModel), PublicJson.Options)
            : new Problem(ProblemKind.NotFound, "No worker has told of a model of that id.")).WithName("readModel");
        return group;
    }
}

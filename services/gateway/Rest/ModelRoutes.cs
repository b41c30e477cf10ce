using KreaPlatform.Gateway.Billing;
using KreaPlatform.Gateway.Keys;
using KreaPlatform.Gateway.Models;
using KreaPlatform.Gateway.Problems;

namespace KreaPlatform.Gateway.Rest;

/// <summary>The routes of <c>/v1/models</c>.</summary>
public static class ModelRoutes
{
    /// <summary>Maps the routes; every one needs a key.</summary>
    public static RouteGroupBuilder MapModels(this IEndpointRouteBuilder routes)
    {
        var group = routes.MapGroup("/v1/models").Keyed().Needs(Scopes.Read).WithTags("Models");
        group.MapGet("", (ModelRegistry registry, PriceList prices) => Results.Json(ModelList.Of(registry, prices), PublicJson.Options)).WithName("listModels");
        // Names of other APIs have slashes.
        group.MapGet("{**id}", Read).WithName("readModel");
        return group;
    }

    private static IResult Read(HttpContext context, string id, ModelRegistry registry, PriceList prices)
    {
        if (registry.FindOffered(id) is not { } model) return new Problem(ProblemKind.NotFound, "No worker has told of a model of that id.");
        context.Response.Announce(registry.LifecycleOf(id));
        return Results.Json(ModelResource.Of(model, registry.DefaultModel, prices), PublicJson.Options);
    }
}

using KreaPlatform.Gateway.Idempotency;
using KreaPlatform.Gateway.Keys;
using KreaPlatform.Gateway.Problems;
using KreaPlatform.Gateway.Rest;

namespace KreaPlatform.Gateway.Compatible.OpenAi;

/// <summary>The image routes of OpenAI's API: its clients work by changing their base URL. Its list of models is <see cref="ModelRoutes"/>.</summary>
public static class OpenAiRoutes
{
    /// <summary>Adds what the routes need.</summary>
    public static IServiceCollection AddOpenAiRoutes(this IServiceCollection services)
    {
        services.AddOptions<OpenAiOptions>().BindConfiguration(OpenAiOptions.Section);
        return services
            .AddSingleton<OpenAiForms>()
            .AddSingleton<OpenAiAnswers>()
            .AddSingleton<OpenAiStream>()
            .AddSingleton<OpenAiCalls>();
    }

    /// <summary>Maps the routes; every one needs a key.</summary>
    public static RouteGroupBuilder MapOpenAi(this IEndpointRouteBuilder routes)
    {
        var group = routes.MapGroup("/v1/images").Keyed().WithMetadata(new OpenAiErrors()).WithTags("OpenAI's API");
        group.MapPost("generations", (HttpContext context, OpenAiCalls calls) => calls.GenerateAsync(context)).WithName("openAiGenerate").Needs(Scopes.Generate).Idempotent();
        group.MapPost("edits", (HttpContext context, OpenAiCalls calls) => calls.EditAsync(context)).WithName("openAiEdit").Needs(Scopes.Generate).Idempotent();
        group.Map("{**rest}", () => new Problem(ProblemKind.NotFound, "Of OpenAI's image calls, generations and edits are here.")).ExcludeFromDescription();
        return group;
    }
}

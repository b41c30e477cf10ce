using KreaPlatform.Gateway.Accounts;
using KreaPlatform.Gateway.Assets;
using KreaPlatform.Gateway.Derivation;
using KreaPlatform.Gateway.Compatible.Krea;
using KreaPlatform.Gateway.Compatible.OpenAi;
using KreaPlatform.Gateway.Grpc;
using KreaPlatform.Gateway.Images;
using KreaPlatform.Gateway.Limits;
using KreaPlatform.Gateway.OpenApi;
using KreaPlatform.Gateway.Problems;
using KreaPlatform.Gateway.Requests;
using KreaPlatform.Gateway.Styles;
using KreaPlatform.Gateway.Webhooks.Rest;

namespace KreaPlatform.Gateway.Rest;

/// <summary>The public edge: REST, gRPC, image downloads, their description and their errors.</summary>
public static class GatewayEdge
{
    /// <summary>Adds the edge; options come from the section <see cref="EdgeOptions.Section"/>.</summary>
    public static IServiceCollection AddGatewayEdge(this IServiceCollection services)
    {
        services.AddOptions<EdgeOptions>().BindConfiguration(EdgeOptions.Section);
        return services
            .AddSingleton<RequestContexts>()
            .AddSingleton<ISigningKeys, SigningKeys>()
            .AddSingleton<SignedLinks>()
            .AddSingleton<ImageLinks>()
            .AddLimits()
            .AddBrowserAccess()
            .AddProblems()
            .AddGenerationRoutes()
            .AddDerivations()
            .AddKreaRoutes()
            .AddOpenAiRoutes()
            .AddGrpcEdge()
            .AddApiDescription();
    }

    /// <summary>Uses the edge's middleware and maps its routes.</summary>
    public static WebApplication MapGatewayEdge(this WebApplication app)
    {
        app.UseRequestIds();
        app.UseProblems();
        app.UseRouting();
        app.UseCors();
        app.UseGrpcWeb(new GrpcWebOptions { DefaultEnabled = true });
        app.MapAccounts();
        app.MapGenerations();
        app.MapDerivations();
        app.MapImages();
        app.MapAssets();
        app.MapStyles();
        app.MapModels();
        app.MapWebhooks();
        app.MapKrea();
        app.MapOpenAi();
        app.MapGrpcEdge();
        app.MapApiDescription();
        return app;
    }
}

using global::Grpc.AspNetCore.Server;
using KreaPlatform.Gateway.Rest;
using Microsoft.Extensions.Options;

namespace KreaPlatform.Gateway.Grpc;

/// <summary>The gRPC side of the edge.</summary>
public static class GrpcHosting
{
    /// <summary>Adds the services with their key check, health (over every health check) and reflection.</summary>
    public static IServiceCollection AddGrpcEdge(this IServiceCollection services)
    {
        services.AddSingleton<ApiKeyInterceptor>();
        services.AddSingleton<LimitsInterceptor>();
        services.AddSingleton<IdempotencyInterceptor>();
        // Its catch-all for unknown services would take every path of two segments, and hide 405 there.
        services.AddGrpc(grpc => grpc.IgnoreUnknownServices = true).Keyed<GenerationRpc>().Keyed<AssetRpc>().Keyed<StyleRpc>()
            // An answer that holds a key is kept nowhere.
            .Keyed<AccountRpc>(idempotent: false);
        services.AddOptions<global::Grpc.AspNetCore.Server.GrpcServiceOptions>()
            .Configure<IOptions<EdgeOptions>>((grpc, edge) => grpc.MaxReceiveMessageSize = edge.Value.MaxBodyBytes);
        services.AddGrpcHealthChecks();
        services.AddGrpcReflection();
        return services;
    }

    // Who calls, then how much, then whether it was called before.
    private static IGrpcServerBuilder Keyed<TService>(this IGrpcServerBuilder grpc, bool idempotent = true) where TService : class => grpc.AddServiceOptions<TService>(service =>
    {
        service.Interceptors.Add<ApiKeyInterceptor>();
        service.Interceptors.Add<LimitsInterceptor>();
        if (idempotent) service.Interceptors.Add<IdempotencyInterceptor>();
    });

    /// <summary>Maps the services, <c>grpc.health.v1.Health</c> and reflection; only ours need a key.</summary>
    public static void MapGrpcEdge(this IEndpointRouteBuilder routes)
    {
        routes.MapGrpcService<AssetRpc>();
        routes.MapGrpcService<StyleRpc>();
        routes.MapGrpcService<AccountRpc>();
        routes.MapGrpcService<GenerationRpc>();
        routes.MapGrpcHealthChecksService();
        routes.MapGrpcReflectionService();
    }
}

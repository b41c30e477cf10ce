using KreaPlatform.Gateway.Rest;
using Microsoft.Extensions.Options;

namespace KreaPlatform.Gateway.Grpc;

/// <summary>The gRPC side of the edge.</summary>
public static class GrpcHosting
{
    /// <summary>Adds the service with its key check, health (over every health check) and reflection.</summary>
    public static IServiceCollection AddGrpcEdge(this IServiceCollection services)
    {
        services.AddSingleton<ApiKeyInterceptor>();
        // Its catch-all for unknown services would take every path of two segments, and hide 405 there.
        services.AddGrpc(grpc => grpc.IgnoreUnknownServices = true).AddServiceOptions<GenerationRpc>(grpc => grpc.Interceptors.Add<ApiKeyInterceptor>());
        services.AddOptions<global::Grpc.AspNetCore.Server.GrpcServiceOptions>()
            .Configure<IOptions<EdgeOptions>>((grpc, edge) => grpc.MaxReceiveMessageSize = edge.Value.MaxBodyBytes);
        services.AddGrpcHealthChecks();
        services.AddGrpcReflection();
        return services;
    }

    /// <summary>Maps the service, <c>grpc.health.v1.Health</c> and reflection; only the first needs a key.</summary>
    public static void MapGrpcEdge(this IEndpointRouteBuilder routes)
    {
        routes.MapGrpcService<GenerationRpc>();
        routes.MapGrpcHealthChecksService();
        routes.MapGrpcReflectionService();
    }
}

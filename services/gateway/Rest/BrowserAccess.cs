using KreaPlatform.Gateway.Idempotency;
using Microsoft.AspNetCore.Cors.Infrastructure;
using Microsoft.Extensions.Options;

namespace KreaPlatform.Gateway.Rest;

/// <summary>Browser front ends: CORS (WHATWG Fetch, section 3.3) for the configured origins, over REST and gRPC-Web alike.</summary>
public static class BrowserAccess
{
    // What a script may read beside the safelisted headers: gRPC-Web's status, limits, replays, places.
    private static readonly string[] Readable =
    [
        "Grpc-Status", "Grpc-Message", "Grpc-Status-Details-Bin", "Grpc-Encoding", "Grpc-Accept-Encoding", "Location", "ETag", "Retry-After", "RateLimit",
        "RateLimit-Policy", "X-Request-Id", "Preference-Applied", "Deprecation", "Sunset", "Link", StoredAnswer.ReplayedHeader,
    ];

    /// <summary>Adds the policy; without configured origins no browser elsewhere may call.</summary>
    public static IServiceCollection AddBrowserAccess(this IServiceCollection services)
    {
        services.AddCors();
        services.AddOptions<CorsOptions>().Configure<IOptions<EdgeOptions>>((cors, edge) => cors.AddDefaultPolicy(policy => policy
            .WithOrigins(edge.Value.AllowedOrigins)
            .AllowAnyHeader()
            .AllowAnyMethod()
            .WithExposedHeaders(Readable)
            .SetPreflightMaxAge(TimeSpan.FromHours(1))));
        return services;
    }
}

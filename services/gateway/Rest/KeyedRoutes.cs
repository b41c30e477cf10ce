using KreaPlatform.Gateway.Limits;

namespace KreaPlatform.Gateway.Rest;

/// <summary>Routes that need a key.</summary>
public static class KeyedRoutes
{
    /// <summary>Lets only callers with a key in, then counts their requests and open streams against the limits of their plan.</summary>
    public static RouteGroupBuilder Keyed(this RouteGroupBuilder group) => group
        .AddEndpointFilter<ApiKeyFilter>()
        .AddEndpointFilter<RateLimitFilter>()
        .AddEndpointFilter<RouteGroupBuilder, OpenStreamFilter>();
}

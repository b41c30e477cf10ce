namespace KreaPlatform.Gateway.Limits;

/// <summary>Limits as a part of the gateway.</summary>
public static class LimitsHosting
{
    /// <summary>Adds rate limits and stream leases.</summary>
    public static IServiceCollection AddLimits(this IServiceCollection services) => services.AddSingleton<RateLimits>().AddSingleton<Leases>();
}

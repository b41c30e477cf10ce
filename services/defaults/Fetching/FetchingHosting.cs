using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace KreaPlatform.ServiceDefaults.Fetching;

/// <summary>Guarded access to addresses that strangers chose (section <see cref="FetchingOptions.Section"/>).</summary>
public static class FetchingHosting
{
    /// <summary>Adds <see cref="UrlGuard"/>, <see cref="GuardedHandler"/> and <see cref="UrlFetcher"/>; services of one host that call it share them.</summary>
    public static IServiceCollection AddGuardedFetching(this IServiceCollection services)
    {
        services.AddOptions<FetchingOptions>().BindConfiguration(FetchingOptions.Section);
        services.TryAddSingleton(TimeProvider.System);
        services.TryAddSingleton<IHostResolver, SystemHostResolver>();
        services.TryAddSingleton<UrlGuard>();
        services.TryAddSingleton<UrlFetcher>();
        // A factory of clients disposes its handlers: each client gets one of its own.
        services.TryAddTransient<GuardedHandler>();
        return services;
    }
}

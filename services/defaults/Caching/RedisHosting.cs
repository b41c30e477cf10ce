using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Hosting;
using StackExchange.Redis;

namespace KreaPlatform.ServiceDefaults.Caching;

/// <summary>The host's Redis connection (<c>ConnectionStrings:Redis</c>): one multiplexer, which reconnects by itself and never keeps a host from starting.</summary>
public static class RedisHosting
{
    /// <summary>Adds <see cref="IConnectionMultiplexer"/>. Callers treat every failure of it as the loss of something that can be rebuilt.</summary>
    public static IHostApplicationBuilder AddRedis(this IHostApplicationBuilder builder)
    {
        builder.Services.TryAddSingleton<IConnectionMultiplexer>(provider =>
        {
            var text = provider.GetRequiredService<IConfiguration>().GetConnectionString("Redis") ?? "127.0.0.1:6379";
            var options = ConfigurationOptions.Parse(text);
            options.AbortOnConnectFail = false;
            options.BacklogPolicy = BacklogPolicy.FailFast;
            options.ClientName = "kreaplatform";
            return ConnectionMultiplexer.Connect(options);
        });
        return builder;
    }
}

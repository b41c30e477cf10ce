using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Hosting;

namespace KreaPlatform.ServiceDefaults.Storage;

/// <summary>The host's blob store (section <c>Storage</c>).</summary>
public static class StorageHosting
{
    /// <summary>Adds <see cref="IBlobStore"/>; services of one host that call it share one.</summary>
    public static IHostApplicationBuilder AddBlobStore(this IHostApplicationBuilder builder)
    {
        builder.Services.Configure<StorageOptions>(builder.Configuration.GetSection(StorageOptions.Section));
        builder.Services.TryAddSingleton(TimeProvider.System);
        builder.Services.TryAddSingleton<IBlobStore, DiskBlobStore>();
        return builder;
    }
}

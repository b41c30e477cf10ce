using KreaPlatform.ServiceDefaults.Imaging;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace KreaPlatform.Gateway.Assets;

/// <summary>Assets as a part of the gateway.</summary>
public static class AssetsHosting
{
    /// <summary>Adds the application layer of assets and what they are described by.</summary>
    public static IServiceCollection AddAssets(this IServiceCollection services)
    {
        services.AddOptions<AssetsOptions>().BindConfiguration(AssetsOptions.Section);
        services.TryAddSingleton(new ImageLimits());
        services.TryAddSingleton(provider => new SafeImageDecoder(provider.GetRequiredService<ImageLimits>(), provider.GetRequiredService<TimeProvider>()));
        services.AddHostedService<DescriptionSweeper>();
        return services
            .AddSingleton<ImagePreparation>()
            .AddSingleton<AssetStore>()
            .AddSingleton<OwnUrls>()
            .AddSingleton<ImageTaking>()
            .AddSingleton<AssetLinks>()
            .AddSingleton<AssetService>()
            .AddSingleton<AssetResources>()
            .AddSingleton<UploadAsset>();
    }
}

namespace KreaPlatform.Gateway.Keys;

/// <summary>Keys as a part of the gateway.</summary>
public static class KeysHosting
{
    /// <summary>Adds the keyring and what keeps it true.</summary>
    public static IServiceCollection AddKeys(this IServiceCollection services)
    {
        services.AddOptions<KeysOptions>().BindConfiguration(KeysOptions.Section);
        return services
            .AddSingleton<ConfiguredKeys>()
            .AddSingleton<KeyCache>()
            .AddSingleton<KeyUse>()
            .AddSingleton<KeyChanges>()
            .AddHostedService(provider => provider.GetRequiredService<KeyChanges>())
            .AddHostedService<KeyUseWriter>()
            .AddSingleton<KeyService>()
            .AddSingleton<IKeyring, Keyring>();
    }
}

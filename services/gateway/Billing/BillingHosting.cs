using KreaPlatform.Gateway.Jobs;

namespace KreaPlatform.Gateway.Billing;

/// <summary>Money as a part of the gateway.</summary>
public static class BillingHosting
{
    /// <summary>Adds prices and reservations.</summary>
    public static IServiceCollection AddBilling(this IServiceCollection services)
    {
        services.AddOptions<PricesOptions>().BindConfiguration(PricesOptions.Section);
        return services
            .AddSingleton<PriceList>()
            .AddSingleton<Reservations>()
            .AddSingleton<IJobConsequence>(provider => provider.GetRequiredService<Reservations>());
    }
}

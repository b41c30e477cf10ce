using KreaPlatform.Gateway.Jobs;

namespace KreaPlatform.Gateway.Billing;

/// <summary>Money as a part of the gateway.</summary>
public static class BillingHosting
{
    /// <summary>Adds prices, reservations and top-ups.</summary>
    public static IServiceCollection AddBilling(this IServiceCollection services)
    {
        services.AddOptions<PricesOptions>().BindConfiguration(PricesOptions.Section);
        services.AddOptions<FilePaymentsOptions>().BindConfiguration(FilePaymentsOptions.Section);
        return services
            .AddSingleton<PriceList>()
            .AddSingleton<Reservations>()
            .AddSingleton<IJobConsequence>(provider => provider.GetRequiredService<Reservations>())
            .AddSingleton<BillingService>()
            .AddSingleton<FilePayments>()
            .AddSingleton<IPaymentProvider>(provider => provider.GetRequiredService<FilePayments>())
            .AddHostedService(provider => provider.GetRequiredService<FilePayments>())
            .AddSingleton<TopUps>();
    }
}

using MassTransit;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace KreaPlatform.ServiceDefaults.Bus;

/// <summary>Builds the host's bus from configuration and the services' contributions.</summary>
public static class BusHosting
{
    /// <summary>Adds consumers or request clients to the host's bus.</summary>
    public static IServiceCollection ContributeToBus(this IServiceCollection services, Action<IBusRegistrationConfigurator> registration)
    {
        var contributions = services.Select(d => d.ImplementationInstance).OfType<BusContributions>().FirstOrDefault();
        if (contributions is null) services.AddSingleton(contributions = new BusContributions());
        contributions.Registrations.Add(registration);
        return services;
    }

    /// <summary>Builds the bus; call it once, after every service has been added.</summary>
    public static IHostApplicationBuilder AddBus(this IHostApplicationBuilder builder)
    {
        var options = builder.Configuration.GetSection(BusOptions.Section).Get<BusOptions>() ?? new BusOptions();
        builder.Services.Configure<BusOptions>(builder.Configuration.GetSection(BusOptions.Section));
        builder.Services.Configure<MassTransitHostOptions>(host =>
        {
            host.WaitUntilStarted = options.IsVolatile;
            host.StopTimeout = TimeSpan.FromSeconds(30);
        });
        builder.Services.AddMassTransit(bus =>
        {
            bus.SetKebabCaseEndpointNameFormatter();
            var contributions = builder.Services.Select(d => d.ImplementationInstance).OfType<BusContributions>().FirstOrDefault();
            foreach (var register in contributions?.Registrations ?? []) register(bus);

            if (options.IsVolatile)
                bus.UsingInMemory((context, transport) => transport.ConfigureEndpoints(context));
            else
                bus.UsingRabbitMq((context, transport) =>
                {
                    transport.Host(new Uri(options.ConnectionString), host => host.PublisherConfirmation = true);
                    transport.ConfigureEndpoints(context);
                });
        });
        return builder;
    }
}

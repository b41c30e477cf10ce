using KreaPlatform.Gateway.Jobs;
using KreaPlatform.Gateway.Webhooks.Delivery;
using KreaPlatform.Gateway.Webhooks.Endpoints;
using KreaPlatform.Gateway.Webhooks.Events;
using KreaPlatform.Gateway.Webhooks.Payloads;
using KreaPlatform.Gateway.Webhooks.Signing;

namespace KreaPlatform.Gateway.Webhooks;

/// <summary>Webhooks as a part of the gateway.</summary>
public static class WebhooksHosting
{
    /// <summary>Adds endpoints, their deliveries and what brings those out; options come from the section <see cref="WebhooksOptions.Section"/>.</summary>
    public static IServiceCollection AddWebhooks(this IServiceCollection services)
    {
        services.AddOptions<WebhooksOptions>().BindConfiguration(WebhooksOptions.Section);
        return services
            .AddSingleton<SecretSeal>()
            .AddSingleton<WebhookSignal>()
            .AddSingleton<WebhookOutbox>()
            .AddSingleton<IJobConsequence, JobWebhooks>()
            .AddSingleton<IWebhookPayload, StandardPayload>()
            .AddSingleton<WebhookPayloads>()
            .AddSingleton<DeliveryClaims>()
            .AddSingleton<DeliverySender>()
            .AddSingleton<DeliveryRecorder>()
            .AddSingleton<WebhookUrls>()
            .AddSingleton<WebhookService>()
            .AddSingleton<DeliveryService>()
            .AddHostedService<WebhookDispatcher>()
            .AddHostedService<DeliverySweeper>();
    }
}

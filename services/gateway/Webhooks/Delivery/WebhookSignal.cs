using KreaPlatform.ServiceDefaults.Hosting;

namespace KreaPlatform.Gateway.Webhooks.Delivery;

/// <summary>Tells this process's dispatcher that deliveries have become due, or that there is room for more.</summary>
public sealed class WebhookSignal : WakeSignal;

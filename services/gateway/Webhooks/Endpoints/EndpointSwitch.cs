using KreaPlatform.Gateway.Data;
using KreaPlatform.Gateway.Webhooks.Delivery;
using Microsoft.EntityFrameworkCore;

namespace KreaPlatform.Gateway.Webhooks.Endpoints;

/// <summary>What follows for deliveries when an endpoint is disabled.</summary>
internal static class EndpointSwitch
{
    /// <summary>What waits for the endpoint is skipped; what is being attempted is left to whoever attempts it.</summary>
    public static Task SkipWaitingAsync(GatewayDb db, string endpoint, CancellationToken cancel) => db.Set<WebhookDelivery>()
        .Where(d => d.EndpointId == endpoint && d.DueAt != null && d.Lease == null)
        .ExecuteUpdateAsync(set => set.SetProperty(d => d.Status, DeliveryStatus.Skipped).SetProperty(d => d.DueAt, (DateTimeOffset?)null), cancel);
}

using KreaPlatform.Gateway.Webhooks.Endpoints;

namespace KreaPlatform.Gateway.Webhooks.Delivery;

/// <summary>A delivery that this gateway may attempt until its lease ends.</summary>
/// <param name="Delivery">The row.</param>
/// <param name="Endpoint">Where it goes.</param>
/// <param name="Lease">Names the claim.</param>
public sealed record ClaimedDelivery(WebhookDelivery Delivery, WebhookEndpoint Endpoint, string Lease);

using KreaPlatform.Gateway.Webhooks.Delivery;

namespace KreaPlatform.Gateway.Webhooks.Payloads;

/// <summary>The formats that this gateway writes.</summary>
public sealed class WebhookPayloads(IEnumerable<IWebhookPayload> payloads)
{
    private readonly Dictionary<string, IWebhookPayload> _byFormat = payloads.ToDictionary(p => p.Format);

    /// <summary>The body of a delivery in its format.</summary>
    public Task<byte[]> WriteAsync(WebhookDelivery delivery, CancellationToken cancel) => _byFormat.TryGetValue(delivery.Format, out var payload)
        ? payload.WriteAsync(delivery, cancel)
        : throw new InvalidOperationException($"{delivery.Id} has the unknown format '{delivery.Format}'.");
}

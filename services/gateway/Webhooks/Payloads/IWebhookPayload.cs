using KreaPlatform.Gateway.Webhooks.Delivery;

namespace KreaPlatform.Gateway.Webhooks.Payloads;

/// <summary>Writes the bodies of one format; the route that a job came by chooses it (<see cref="Events.WebhookTarget.Format"/>).</summary>
public interface IWebhookPayload
{
    /// <summary>The format's name, as stored with deliveries.</summary>
    string Format { get; }

    /// <summary>The body of a delivery as of now: at each attempt anew, so that its links live. At most <see cref="StandardPayload.MostBytes"/> bytes of JSON in UTF-8.</summary>
    Task<byte[]> WriteAsync(WebhookDelivery delivery, CancellationToken cancel);
}

using System.Text.Json.Serialization;
using KreaPlatform.Gateway.Webhooks.Payloads;

namespace KreaPlatform.Gateway.Webhooks.Events;

/// <summary>Where a job's end is told, as its request says.</summary>
/// <param name="Url">An https URL.</param>
public sealed record WebhookTarget(string Url)
{
    /// <summary>Signs the delivery instead of the endpoint's own secret. Neither stored with the request nor shown.</summary>
    [JsonIgnore]
    public string? Secret { get; init; }

    /// <summary>Which <see cref="IWebhookPayload"/> writes the body: what the route that the job came by promises. Neither stored with the request nor shown.</summary>
    [JsonIgnore]
    public string Format { get; init; } = StandardPayload.Name;
}

namespace KreaPlatform.Gateway.Webhooks.Events;

/// <summary>The URL that an open job's request named: kept beside the job until it ends.</summary>
public sealed class JobWebhook
{
    /// <summary>The job.</summary>
    public required string JobId { get; init; }
    /// <summary>The endpoint of the URL's host.</summary>
    public required string EndpointId { get; init; }
    /// <summary>Where the end of the job is told.</summary>
    public required string Url { get; init; }
    /// <summary>The secret that came with the request, sealed; null for the endpoint's.</summary>
    public string? Secret { get; init; }
    /// <summary>Which <see cref="Payloads.IWebhookPayload"/> writes the body.</summary>
    public required string Format { get; init; }
}

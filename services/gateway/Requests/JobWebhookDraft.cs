using KreaPlatform.Gateway.Webhooks.Payloads;

namespace KreaPlatform.Gateway.Requests;

/// <summary>The <c>webhook</c> object as a caller wrote it.</summary>
public sealed class JobWebhookDraft : Draft
{
    /// <summary>Where the end is told.</summary>
    public string? Url { get; set; }
    /// <summary>What signs it, <c>whsec_…</c>.</summary>
    public string? Secret { get; set; }
    /// <summary>Which <see cref="IWebhookPayload"/> writes the body: not the caller's choice, but that of the route.</summary>
    public string Format { get; set; } = StandardPayload.Name;
}

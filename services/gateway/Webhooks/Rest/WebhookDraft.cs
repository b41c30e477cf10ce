using KreaPlatform.Gateway.Requests;

namespace KreaPlatform.Gateway.Webhooks.Rest;

/// <summary>An endpoint as a caller wrote it: the right types, no value checked yet.</summary>
public sealed class WebhookDraft : Draft
{
    /// <summary>Where events go.</summary>
    public string? Url { get; set; }
    /// <summary>Types of events.</summary>
    public IReadOnlyList<string?>? Events { get; set; }
    /// <summary>The owner's own words.</summary>
    public string? Description { get; set; }
    /// <summary>Whether it gets anything.</summary>
    public bool? Enabled { get; set; }
}

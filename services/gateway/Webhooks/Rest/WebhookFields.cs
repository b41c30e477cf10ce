using KreaPlatform.Gateway.Requests;
using static KreaPlatform.Gateway.Requests.JsonValues;

namespace KreaPlatform.Gateway.Webhooks.Rest;

/// <summary>The fields of the bodies under <c>/v1/webhooks</c>.</summary>
public static class WebhookFields
{
    /// <summary>Fields of an endpoint.</summary>
    public static FieldTable<WebhookDraft> Endpoint { get; } = new(
        Text<WebhookDraft>("url", (d, v) => d.Url = v, "endpoint", "target", "webhook_url"),
        Texts<WebhookDraft>("events", (d, v) => d.Events = v, "enabled_events", "event_types", "filter_types", "types"),
        Text<WebhookDraft>("description", (d, v) => d.Description = v, "name", "label"),
        Flag<WebhookDraft>("enabled", (d, v) => d.Enabled = v, "active"));

    /// <summary>Fields of a rotation.</summary>
    public static FieldTable<RotationDraft> Rotation { get; } = new(
        Integer<RotationDraft>("overlap_seconds", (d, v) => d.OverlapSeconds = v, "overlap", "expires_in"));

    /// <summary>Fields of a replay.</summary>
    public static FieldTable<ReplayDraft> Replay { get; } = new(
        Text<ReplayDraft>("from", (d, v) => d.From = v, "since", "after", "start"),
        Text<ReplayDraft>("to", (d, v) => d.To = v, "until", "before", "end"),
        Texts<ReplayDraft>("status", (d, v) => d.Status = v, "statuses", "states"));
}

using KreaPlatform.Gateway.Problems;
using KreaPlatform.Gateway.Requests;
using KreaPlatform.Gateway.Rest;
using KreaPlatform.Gateway.Webhooks.Delivery;
using KreaPlatform.Gateway.Webhooks.Endpoints;
using KreaPlatform.Gateway.Webhooks.Events;

namespace KreaPlatform.Gateway.Webhooks.Rest;

/// <summary>Checks what callers want of endpoints, but for whether a URL may be called (<see cref="WebhookUrls"/>). Pure.</summary>
public static class WebhookRules
{
    /// <summary>Longest description in characters.</summary>
    public const int DescriptionCharacters = 256;
    /// <summary>Longest overlap of a rotation.</summary>
    public static readonly TimeSpan LongestOverlap = TimeSpan.FromDays(7);
    /// <summary>Overlap of a rotation that names none.</summary>
    public static readonly TimeSpan DefaultOverlap = TimeSpan.FromDays(1);
    private static readonly DeliveryStatus[] Undelivered = [DeliveryStatus.Failed, DeliveryStatus.Skipped];
    private static readonly DeliveryStatus[] Ended = [.. Undelivered, DeliveryStatus.Delivered];

    /// <summary>An endpoint to be made, or the change of one.</summary>
    public static EndpointSpec Endpoint(WebhookDraft draft, bool isNew, ErrorList errors)
    {
        if (isNew && draft.Url is null && !draft.Given.Contains("url")) errors.Add("/url", FieldErrorCode.Required, "is required: say where events go");
        if (draft.Description is { } description) TextRules.Check(description, "/description", DescriptionCharacters, lines: false, errors);
        if (draft.Events is { } events)
        {
            if (events.Count == 0) errors.Add("/events", FieldErrorCode.Empty, $"must name at least one type, or '{WebhookEventType.Every}' for all");
            foreach (var (i, type) in events.Index())
                if (type is not null && type != WebhookEventType.Every && !WebhookEventType.All.Contains(type))
                    errors.Add($"/events/{i}", FieldErrorCode.UnknownValue, $"must be '{WebhookEventType.Every}' or one of {string.Join(", ", WebhookEventType.All)}");
        }
        return new EndpointSpec(draft.Url, draft.Events is null ? null : [.. draft.Events.OfType<string>().Distinct()], draft.Description, draft.Enabled);
    }

    /// <summary>The overlap of a rotation.</summary>
    public static TimeSpan Overlap(RotationDraft draft, ErrorList errors)
    {
        if (draft.OverlapSeconds is not { } seconds) return DefaultOverlap;
        if (seconds >= 0 && seconds <= LongestOverlap.TotalSeconds) return TimeSpan.FromSeconds(seconds);
        errors.Add("/overlap_seconds", FieldErrorCode.OutOfRange, $"must be an integer from 0 to {LongestOverlap.TotalSeconds:0}");
        return default;
    }

    /// <summary>The range of a replay: from a time to another (by default now), of what did not arrive unless states are named.</summary>
    public static (DateTimeOffset From, DateTimeOffset To, IReadOnlyList<DeliveryStatus> Statuses) Range(ReplayDraft draft, DateTimeOffset now, ErrorList errors)
    {
        if (draft.From is null && !draft.Given.Contains("from")) errors.Add("/from", FieldErrorCode.Required, "is required: say from when on events are sent again");
        var from = Time(draft.From, "/from", errors) ?? default;
        var to = Time(draft.To, "/to", errors) ?? now;
        if (errors.IsEmpty && from >= to) errors.Add("/from", FieldErrorCode.OutOfRange, "must be before 'to', which is now when not given");
        List<DeliveryStatus> statuses = [];
        foreach (var (i, name) in (draft.Status ?? []).Index())
        {
            if (name is null) continue;
            var at = Array.FindIndex(Ended, s => DeliveryResource.NameOf(s) == name);
            if (at >= 0) statuses.Add(Ended[at]);
            else errors.Add($"/status/{i}", FieldErrorCode.UnknownValue, $"must be one of {string.Join(", ", Ended.Select(DeliveryResource.NameOf))}");
        }
        return (from, to, statuses.Count > 0 ? statuses : Undelivered);
    }

    private static DateTimeOffset? Time(string? text, string pointer, ErrorList errors)
    {
        if (text is null) return null;
        if (Rfc3339.TryParse(text, out var time)) return time;
        errors.Add(pointer, FieldErrorCode.Malformed, "must be an RFC 3339 time with its offset, for instance 2026-01-31T12:00:00Z");
        return null;
    }
}

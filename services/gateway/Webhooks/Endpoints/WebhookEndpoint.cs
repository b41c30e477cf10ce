using KreaPlatform.Gateway.Webhooks.Delivery;

namespace KreaPlatform.Gateway.Webhooks.Endpoints;

/// <summary>A receiver of events: who owns it, what it gets, how it is signed, and how it fares.</summary>
public sealed class WebhookEndpoint
{
    /// <summary>Public id, <c>whk_…</c>.</summary>
    public required string Id { get; init; }
    /// <summary>Whose it is.</summary>
    public required string AccountId { get; init; }
    /// <summary>How it came to be.</summary>
    public required EndpointKind Kind { get; init; }
    /// <summary>Where events go; the origin of the host for <see cref="EndpointKind.Generation"/>.</summary>
    public required string Url { get; set; }
    /// <summary>The owner's own words.</summary>
    public string? Description { get; set; }
    /// <summary>Types that it gets; <see cref="Events.WebhookEventType.Every"/> for all.</summary>
    public required IReadOnlyList<string> Events { get; set; }
    /// <summary>Whether it gets anything.</summary>
    public bool Enabled { get; set; } = true;
    /// <summary>One of <see cref="Endpoints.DisabledReason"/>; null while enabled.</summary>
    public string? DisabledReason { get; set; }
    /// <summary>When it was disabled.</summary>
    public DateTimeOffset? DisabledAt { get; set; }
    /// <summary>What signs its deliveries; sealed.</summary>
    public required string Secret { get; set; }
    /// <summary>What signed them before the last rotation; sealed.</summary>
    public string? PreviousSecret { get; set; }
    /// <summary>Until when both secrets sign.</summary>
    public DateTimeOffset? PreviousSecretUntil { get; set; }
    /// <summary>Number of its latest event.</summary>
    public long Sequence { get; set; }
    /// <summary>Failed attempts in a row.</summary>
    public int Failures { get; set; }
    /// <summary>When the first of them was.</summary>
    public DateTimeOffset? FailingSince { get; set; }
    /// <summary>Until when nothing is sent.</summary>
    public DateTimeOffset? OpenUntil { get; set; }
    /// <summary>When it was registered, or first named.</summary>
    public required DateTimeOffset CreatedAt { get; init; }
    /// <summary>Counts the writes, so that two at once can't both win.</summary>
    public int Version { get; set; }

    /// <summary>The part that the circuit breaker decides over.</summary>
    public CircuitState Circuit
    {
        get => new(Failures, FailingSince, OpenUntil);
        set => (Failures, FailingSince, OpenUntil) = value;
    }

    /// <summary>Whether it gets events of a type.</summary>
    public bool Wants(string type) => Events.Contains(type) || Events.Contains(Webhooks.Events.WebhookEventType.Every);
}

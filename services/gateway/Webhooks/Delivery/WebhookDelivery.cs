namespace KreaPlatform.Gateway.Webhooks.Delivery;

/// <summary>
/// One event for one endpoint: a row that is committed with what it tells of, and is attempted until the receiver has it. The row is the truth: a gateway
/// that dies while it attempts a delivery leaves a lease that runs out, and then the delivery is due again, under the same id.
/// </summary>
public sealed class WebhookDelivery
{
    /// <summary>Attempts that the log of a delivery keeps: the latest.</summary>
    public const int KeptAttempts = 32;

    /// <summary>Public id, <c>msg_…</c>: the receiver's <c>webhook-id</c>, the same at every attempt.</summary>
    public required string Id { get; init; }
    /// <summary>The endpoint.</summary>
    public required string EndpointId { get; init; }
    /// <summary>Type of the event.</summary>
    public required string Type { get; init; }
    /// <summary>Id of what the event is about, for instance <c>gen_…</c>.</summary>
    public string? Subject { get; init; }
    /// <summary>The payload's data as JSON; null when it is written from the subject at each attempt, so that its links are fresh.</summary>
    public string? Data { get; init; }
    /// <summary>Which <see cref="Payloads.IWebhookPayload"/> writes the body.</summary>
    public required string Format { get; init; }
    /// <summary>Where it goes when not to the endpoint's own URL.</summary>
    public string? Url { get; init; }
    /// <summary>What signs it when not the endpoint's own secret; sealed.</summary>
    public string? Secret { get; init; }
    /// <summary>Grows with every event of the endpoint.</summary>
    public required long Sequence { get; init; }
    /// <summary>When the event happened.</summary>
    public required DateTimeOffset OccurredAt { get; init; }
    /// <summary>Where it is.</summary>
    public required DeliveryStatus Status { get; set; }
    /// <summary>While pending: when it is due, or, while a gateway attempts it, when that gateway's lease ends.</summary>
    public DateTimeOffset? DueAt { get; set; }
    /// <summary>Names the claim of the gateway that attempts it; null while nobody does.</summary>
    public string? Lease { get; set; }
    /// <summary>Attempts of the present round; a replay begins a new one.</summary>
    public int Made { get; set; }
    /// <summary>Attempts of all rounds.</summary>
    public int Total { get; set; }
    /// <summary>When the receiver had it.</summary>
    public DateTimeOffset? DeliveredAt { get; set; }
    /// <summary>The latest attempts, oldest first.</summary>
    public IReadOnlyList<DeliveryAttempt> Attempts { get; set; } = [];
}

using System.Text.Json;
using KreaPlatform.Gateway.Webhooks.Delivery;

namespace KreaPlatform.Gateway.Webhooks.Rest;

/// <summary>An entry of an endpoint's delivery log.</summary>
public sealed record DeliveryResource
{
    /// <summary>Id, <c>msg_…</c>: what the receiver sees as <c>webhook-id</c>, at every attempt.</summary>
    public required string Id { get; init; }
    /// <summary>Always <c>webhook_delivery</c>.</summary>
    public string Object { get; } = "webhook_delivery";
    /// <summary>The endpoint.</summary>
    public required string Webhook { get; init; }
    /// <summary>Type of the event.</summary>
    public required string Type { get; init; }
    /// <summary>What it is about, for instance a generation's id.</summary>
    public required string? Subject { get; init; }
    /// <summary>Its number among the endpoint's events.</summary>
    public required long Sequence { get; init; }
    /// <summary>Where it goes, when the generation named the URL.</summary>
    public required string? Url { get; init; }
    /// <summary><c>pending</c>, <c>delivered</c>, <c>failed</c>, or <c>skipped</c> because the endpoint was disabled.</summary>
    public required DeliveryStatus Status { get; init; }
    /// <summary>When the event happened.</summary>
    public required DateTimeOffset CreatedAt { get; init; }
    /// <summary>When the receiver had it.</summary>
    public required DateTimeOffset? DeliveredAt { get; init; }
    /// <summary>When the next attempt is due; null when there is none, and while one is under way.</summary>
    public required DateTimeOffset? NextAttemptAt { get; init; }
    /// <summary>How many attempts were made.</summary>
    public required int AttemptCount { get; init; }
    /// <summary>The latest attempts, oldest first.</summary>
    public required IReadOnlyList<DeliveryAttempt> Attempts { get; init; }

    /// <summary>The resource of a delivery.</summary>
    public static DeliveryResource Of(WebhookDelivery delivery) => new()
    {
        Id = delivery.Id, Webhook = delivery.EndpointId, Type = delivery.Type, Subject = delivery.Subject, Sequence = delivery.Sequence, Url = delivery.Url,
        Status = delivery.Status, CreatedAt = delivery.OccurredAt, DeliveredAt = delivery.DeliveredAt,
        NextAttemptAt = delivery.Lease is null ? delivery.DueAt : null, AttemptCount = delivery.Total, Attempts = delivery.Attempts,
    };

    /// <summary>A state as the API names it.</summary>
    public static string NameOf(DeliveryStatus status) => JsonNamingPolicy.SnakeCaseLower.ConvertName(status.ToString());
}

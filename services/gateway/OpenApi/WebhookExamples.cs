using System.Text.Json;
using System.Text.Json.Nodes;
using KreaPlatform.Gateway.Rest;
using KreaPlatform.Gateway.Webhooks.Delivery;
using KreaPlatform.Gateway.Webhooks.Endpoints;
using KreaPlatform.Gateway.Webhooks.Events;
using KreaPlatform.Gateway.Webhooks.Rest;

namespace KreaPlatform.Gateway.OpenApi;

/// <summary>Bodies of webhooks for the description, written by the same code that writes the real ones.</summary>
internal static class WebhookExamples
{
    private static readonly DateTimeOffset Now = new(2026, 1, 31, 12, 0, 0, TimeSpan.Zero);

    private static readonly WebhookResource Endpoint = new()
    {
        Id = "whk_01m85njxmsf2ta7xhw9stqbbz1", Kind = EndpointKind.Account, Url = "https://example.com/krea", Events = [WebhookEventType.Completed, WebhookEventType.Failed],
        Description = "production", Enabled = true, DisabledReason = null, DisabledAt = null, Circuit = new CircuitResource("closed", 0, null, null), Sequence = 41,
        PreviousSecretExpiresAt = null, CreatedAt = Now,
    };

    private static readonly DeliveryResource Delivery = new()
    {
        Id = "msg_01m85nk7c7etwt9v2eafnp9aa1", Webhook = Endpoint.Id, Type = WebhookEventType.Completed, Subject = "gen_01m85njxmsf2ta7xhw9stqbbz1", Sequence = 41, Url = null,
        Status = DeliveryStatus.Delivered, CreatedAt = Now, DeliveredAt = Now.AddSeconds(6), NextAttemptAt = null, AttemptCount = 2,
        Attempts =
        [
            new DeliveryAttempt(1, Now, 502, 83, AttemptError.Status, "Bad gateway"), new DeliveryAttempt(2, Now.AddSeconds(5.3), 204, 41, null, null),
        ],
    };

    public const string Body = """{ "url": "https://example.com/krea", "events": ["generation.completed", "generation.failed"], "description": "production" }""";

    public const string Change = """{ "enabled": true }""";

    public const string Rotation = """{ "overlap_seconds": 86400 }""";

    public const string Range = """{ "from": "2026-01-31T00:00:00Z", "to": "2026-01-31T12:00:00Z" }""";

    public static JsonNode Created => Node(Endpoint with { Secret = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw" });

    public static JsonNode Rotated => Node(Endpoint with { Secret = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw", PreviousSecretExpiresAt = Now.AddDays(1) });

    public static JsonNode One => Node(Endpoint);

    public static JsonNode All => Node(new WebhookList([Endpoint]));

    public static JsonNode OneDelivery => Node(Delivery);

    public static JsonNode WaitingDelivery => Node(Delivery with { Status = DeliveryStatus.Pending, DeliveredAt = null, NextAttemptAt = Now, AttemptCount = 0, Attempts = [] });

    public static JsonNode Log => Node(new DeliveryPage([Delivery], null));

    public static JsonNode Replayed => Node(new ReplayResource(12));

    private static JsonNode Node<T>(T value) => JsonSerializer.SerializeToNode(value, PublicJson.Options)!;
}

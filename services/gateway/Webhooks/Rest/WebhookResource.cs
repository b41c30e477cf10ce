using System.Text.Json.Serialization;
using KreaPlatform.Gateway.Webhooks.Endpoints;

namespace KreaPlatform.Gateway.Webhooks.Rest;

/// <summary>A webhook endpoint as the public API shows it.</summary>
public sealed record WebhookResource
{
    /// <summary>Id, <c>whk_…</c>.</summary>
    public required string Id { get; init; }
    /// <summary>Always <c>webhook</c>.</summary>
    public string Object { get; } = "webhook";
    /// <summary><c>account</c>: registered here. <c>generation</c>: generations named URLs at this host.</summary>
    public required EndpointKind Kind { get; init; }
    /// <summary>Where events go; for kind <c>generation</c>, the host.</summary>
    public required string Url { get; init; }
    /// <summary>Types of events that it gets; <c>*</c> for all.</summary>
    public required IReadOnlyList<string> Events { get; init; }
    /// <summary>Your own words.</summary>
    public required string? Description { get; init; }
    /// <summary>Whether it gets anything.</summary>
    public required bool Enabled { get; init; }
    /// <summary>Why not: <c>owner</c>, <c>gone</c> (it answered 410) or <c>failing</c> (it has only failed for days).</summary>
    public required string? DisabledReason { get; init; }
    /// <summary>When it was disabled.</summary>
    public required DateTimeOffset? DisabledAt { get; init; }
    /// <summary>How it fares.</summary>
    public required CircuitResource Circuit { get; init; }
    /// <summary>Number of its latest event.</summary>
    public required long Sequence { get; init; }
    /// <summary>Until when the secret from before the last rotation signs too.</summary>
    public required DateTimeOffset? PreviousSecretExpiresAt { get; init; }
    /// <summary>When it was registered, or first named.</summary>
    public required DateTimeOffset CreatedAt { get; init; }
    /// <summary>The signing secret: shown once, when it is made.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Secret { get; init; }

    /// <summary>The resource of an endpoint.</summary>
    public static WebhookResource Of(WebhookEndpoint endpoint, WebhooksOptions options, DateTimeOffset now, string? secret = null) => new()
    {
        Id = endpoint.Id, Kind = endpoint.Kind, Url = endpoint.Url, Events = endpoint.Events, Description = endpoint.Description, Enabled = endpoint.Enabled,
        DisabledReason = endpoint.DisabledReason, DisabledAt = endpoint.DisabledAt, Circuit = CircuitResource.Of(endpoint, options, now),
        Sequence = endpoint.Sequence, PreviousSecretExpiresAt = endpoint.PreviousSecretUntil > now ? endpoint.PreviousSecretUntil : null,
        CreatedAt = endpoint.CreatedAt, Secret = secret,
    };
}

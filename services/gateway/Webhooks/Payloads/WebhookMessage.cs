namespace KreaPlatform.Gateway.Webhooks.Payloads;

/// <summary>The body of a delivery.</summary>
/// <param name="Type">Type of the event.</param>
/// <param name="Timestamp">When it happened.</param>
/// <param name="Sequence">Grows with every event of the endpoint: deliveries may overtake each other, and this says how they belong.</param>
/// <param name="Data">What happened.</param>
/// <typeparam name="T">What the data is.</typeparam>
public sealed record WebhookMessage<T>(string Type, DateTimeOffset Timestamp, long Sequence, T Data);

namespace KreaPlatform.Gateway.Webhooks.Events;

/// <summary>Something that happened to an account and that its endpoints are told of.</summary>
/// <param name="AccountId">The account.</param>
/// <param name="Type">One of <see cref="WebhookEventType"/>.</param>
/// <param name="At">When.</param>
public sealed record WebhookEvent(string AccountId, string Type, DateTimeOffset At)
{
    /// <summary>Id of what it is about; without <see cref="Data"/>, the generation that the data is written from at each attempt.</summary>
    public string? Subject { get; init; }
    /// <summary>The payload's data as JSON, in the public API's form.</summary>
    public string? Data { get; init; }
}

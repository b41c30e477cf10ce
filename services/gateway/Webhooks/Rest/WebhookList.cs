namespace KreaPlatform.Gateway.Webhooks.Rest;

/// <summary>The account's endpoints, oldest first.</summary>
/// <param name="Items">The endpoints.</param>
public sealed record WebhookList(IReadOnlyList<WebhookResource> Items);

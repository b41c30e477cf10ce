namespace KreaPlatform.Gateway.Webhooks.Rest;

/// <summary>A page of a delivery log, newest first.</summary>
/// <param name="Items">The deliveries.</param>
/// <param name="NextCursor">What to give as <c>cursor</c> for the next page; null on the last.</param>
public sealed record DeliveryPage(IReadOnlyList<DeliveryResource> Items, string? NextCursor);

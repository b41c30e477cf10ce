namespace KreaPlatform.Gateway.Webhooks.Delivery;

/// <summary>What a list of deliveries is narrowed to.</summary>
/// <param name="Status">Only those in this state.</param>
/// <param name="Subject">Only those about this.</param>
public sealed record DeliveryFilter(DeliveryStatus? Status = null, string? Subject = null);

namespace KreaPlatform.Gateway.Webhooks.Delivery;

/// <summary>State of a delivery.</summary>
public enum DeliveryStatus
{
    /// <summary>It will be attempted, or is being attempted.</summary>
    Pending,
    /// <summary>The receiver answered 2xx.</summary>
    Delivered,
    /// <summary>Every attempt failed, or the receiver answered 410.</summary>
    Failed,
    /// <summary>It was not sent, since its endpoint was disabled; it can be replayed.</summary>
    Skipped,
}

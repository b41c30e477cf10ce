namespace KreaPlatform.Gateway.Webhooks.Delivery;

/// <summary>What an attempt came to.</summary>
public enum AttemptOutcome
{
    /// <summary>The receiver answered 2xx in time.</summary>
    Delivered,
    /// <summary>Any other answer, or none.</summary>
    Failed,
    /// <summary>429 or 503 with a time: the receiver wants a pause and will work after it.</summary>
    Throttled,
    /// <summary>410: the receiver wants no more.</summary>
    Gone,
}

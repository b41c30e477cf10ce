namespace KreaPlatform.Gateway.Administration;

/// <summary>What became of a refund.</summary>
public enum RefundOutcome
{
    /// <summary>Given back.</summary>
    Refunded,
    /// <summary>There is no such generation.</summary>
    NotFound,
    /// <summary>Nothing was charged for it (yet).</summary>
    NothingCharged,
    /// <summary>More was to be given back than was charged.</summary>
    TooMuch,
    /// <summary>It was refunded before.</summary>
    AlreadyRefunded,
}

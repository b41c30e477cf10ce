namespace KreaPlatform.Gateway.Billing.Rest;

/// <summary>The body of <c>POST /v1/account/top-ups</c> as it came.</summary>
public sealed class TopUpBody
{
    /// <summary>How much, in micro-units.</summary>
    public long? AmountMicros { get; set; }
}

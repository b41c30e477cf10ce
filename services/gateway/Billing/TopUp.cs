namespace KreaPlatform.Gateway.Billing;

/// <summary>Money that an account wants to pay in.</summary>
public sealed class TopUp
{
    /// <summary>Public id, <c>top_…</c>.</summary>
    public required string Id { get; init; }
    /// <summary>The account.</summary>
    public required string AccountId { get; init; }
    /// <summary>How much, in micro-units.</summary>
    public required long AmountMicros { get; init; }
    /// <summary>ISO 4217.</summary>
    public required string Currency { get; init; }
    /// <summary>Where it is.</summary>
    public TopUpStatus Status { get; set; }
    /// <summary>Which provider takes the payment.</summary>
    public required string Provider { get; init; }
    /// <summary>The provider's own name for the payment, once it was made.</summary>
    public string? PaymentReference { get; set; }
    /// <summary>When it was asked for.</summary>
    public required DateTimeOffset CreatedAt { get; init; }
    /// <summary>When it was paid or refused.</summary>
    public DateTimeOffset? EndedAt { get; set; }
}

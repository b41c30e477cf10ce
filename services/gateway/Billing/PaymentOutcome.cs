namespace KreaPlatform.Gateway.Billing;

/// <summary>What became of a payment.</summary>
public enum PaymentOutcome
{
    /// <summary>Credited now.</summary>
    Credited,
    /// <summary>It was credited before.</summary>
    KnownBefore,
    /// <summary>There is no such top-up, or it is of another provider.</summary>
    Unknown,
    /// <summary>Amount or currency are not those of the top-up.</summary>
    Different,
    /// <summary>The payment has paid for another top-up, or the top-up was paid or refused otherwise.</summary>
    Spent,
}

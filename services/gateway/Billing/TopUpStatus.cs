namespace KreaPlatform.Gateway.Billing;

/// <summary>State of a top-up.</summary>
public enum TopUpStatus
{
    /// <summary>Waiting for the payment.</summary>
    Pending,
    /// <summary>Paid and credited.</summary>
    Paid,
    /// <summary>The provider says that it will not be paid.</summary>
    Refused,
}

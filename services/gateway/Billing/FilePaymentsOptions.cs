namespace KreaPlatform.Gateway.Billing;

/// <summary>Configuration section <c>Payments</c>: payments by file.</summary>
public sealed class FilePaymentsOptions
{
    /// <summary>Name of the configuration section.</summary>
    public const string Section = "Payments";

    /// <summary>Folder where files say what was paid; null closes top-ups.</summary>
    public string? Folder { get; set; }
    /// <summary>How often it is looked at.</summary>
    public TimeSpan LookEvery { get; set; } = TimeSpan.FromSeconds(5);
    /// <summary>What payers are told; <c>{id}</c>, <c>{amount}</c> and <c>{currency}</c> are filled in.</summary>
    public string Instructions { get; set; } = "Pay {amount} {currency} to the operator of this service and name {id}. It is credited when the payment has arrived.";
}

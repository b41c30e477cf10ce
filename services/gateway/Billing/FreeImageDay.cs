namespace KreaPlatform.Gateway.Billing;

/// <summary>How many free images an account has used on a UTC day.</summary>
public sealed class FreeImageDay
{
    /// <summary>The account.</summary>
    public required string AccountId { get; init; }
    /// <summary>The day.</summary>
    public required DateOnly Day { get; init; }
    /// <summary>Images that open jobs hold or ended ones delivered.</summary>
    public int Used { get; set; }
}

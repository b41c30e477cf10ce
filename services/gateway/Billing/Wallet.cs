namespace KreaPlatform.Gateway.Billing;

/// <summary>
/// The sums of an account's entries, kept beside them, and the row that its writers take turns on: whoever counts its jobs or moves its money locks it first.
/// </summary>
public sealed class Wallet
{
    /// <summary>The account.</summary>
    public required string AccountId { get; init; }
    /// <summary>What it may spend, in micro-units.</summary>
    public long AvailableMicros { get; set; }
    /// <summary>What is set aside for open jobs.</summary>
    public long ReservedMicros { get; set; }

    /// <summary>Both together.</summary>
    public Balance Balance
    {
        get => new(AvailableMicros, ReservedMicros);
        set => (AvailableMicros, ReservedMicros) = (value.AvailableMicros, value.ReservedMicros);
    }
}

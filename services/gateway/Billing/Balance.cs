namespace KreaPlatform.Gateway.Billing;

/// <summary>
/// What an account has, pure: the sum of its entries. A reservation moves money from one side to the other and a release moves it back, so a job that has
/// ended leaves nothing behind but its charge.
/// </summary>
/// <param name="AvailableMicros">What it may spend; below zero for accounts that pay later.</param>
/// <param name="ReservedMicros">What is set aside for open jobs; never below zero.</param>
public readonly record struct Balance(long AvailableMicros, long ReservedMicros)
{
    /// <summary>The balance after an entry of <paramref name="kind"/> over <paramref name="micros"/> (0 or more).</summary>
    /// <exception cref="OverflowException">Beyond what 64 bits hold.</exception>
    public Balance After(EntryKind kind, long micros)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(micros);
        var signed = Signed(kind, micros);
        return kind switch
        {
            EntryKind.Reservation or EntryKind.Release => new Balance(checked(AvailableMicros + signed), checked(ReservedMicros - signed)),
            _ => this with { AvailableMicros = checked(AvailableMicros + signed) },
        };
    }

    /// <summary>What an entry does to the available side: its sign is the kind's.</summary>
    public static long Signed(EntryKind kind, long micros) => kind is EntryKind.Reservation or EntryKind.Charge ? -micros : micros;
}

namespace KreaPlatform.Gateway.Billing.Rest;

/// <summary>A movement of money as the public API shows it.</summary>
/// <param name="Id">Id, <c>ent_…</c>.</param>
/// <param name="Kind">Why it moved.</param>
/// <param name="AmountMicros">What it did to the available balance, in micro-units.</param>
/// <param name="Currency">ISO 4217.</param>
/// <param name="Generation">The generation, if it was for one.</param>
/// <param name="Reference">What stands behind it otherwise.</param>
/// <param name="Note">For a person.</param>
/// <param name="At">When.</param>
public sealed record EntryResource(string Id, EntryKind Kind, long AmountMicros, string Currency, string? Generation, string? Reference, string? Note, DateTimeOffset At)
{
    /// <summary>The resource of a row.</summary>
    public static EntryResource Of(BalanceEntry row) => new(row.Id, row.Kind, row.AmountMicros, row.Currency, row.JobId, row.Reference, row.Note, row.At);
}

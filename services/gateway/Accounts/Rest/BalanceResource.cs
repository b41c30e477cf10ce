namespace KreaPlatform.Gateway.Accounts.Rest;

/// <summary>An account's money.</summary>
/// <param name="AvailableMicros">What it may spend, in micro-units; below zero for accounts that pay later.</param>
/// <param name="ReservedMicros">What is set aside for open generations.</param>
/// <param name="CreditMicros">How far the available side may fall below zero; null without limit.</param>
/// <param name="Currency">ISO 4217.</param>
public sealed record BalanceResource(long AvailableMicros, long ReservedMicros, long? CreditMicros, string Currency);

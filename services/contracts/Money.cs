namespace KreaPlatform.Contracts;

/// <summary>An amount of money.</summary>
/// <param name="Micros">Millionths of one unit of the currency; never a floating-point number.</param>
/// <param name="Currency">ISO 4217 code, upper case.</param>
public readonly record struct Money(long Micros, string Currency);

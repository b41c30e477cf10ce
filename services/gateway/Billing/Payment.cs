namespace KreaPlatform.Gateway.Billing;

/// <summary>A payment that a provider says has arrived.</summary>
/// <param name="TopUp">Id of the top-up that it is for.</param>
/// <param name="AmountMicros">How much.</param>
/// <param name="Currency">ISO 4217.</param>
/// <param name="Reference">The provider's own name for it.</param>
public sealed record Payment(string TopUp, long AmountMicros, string Currency, string Reference);

namespace KreaPlatform.Gateway.Jobs;

/// <summary>What a request costs beyond what the account has.</summary>
/// <param name="PriceMicros">Its price, in micro-units.</param>
/// <param name="BalanceMicros">What the account has left.</param>
/// <param name="MissingMicros">How much more it needs.</param>
/// <param name="Currency">ISO 4217.</param>
/// <param name="FreeImagesLeft">Free images that are left today; already taken off the price.</param>
public sealed record PaymentNeeded(long PriceMicros, long BalanceMicros, long MissingMicros, string Currency, int FreeImagesLeft);

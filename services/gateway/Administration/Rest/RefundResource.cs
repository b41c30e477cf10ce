namespace KreaPlatform.Gateway.Administration.Rest;

/// <summary>A refund that was made.</summary>
/// <param name="Generation">The generation.</param>
/// <param name="RefundedMicros">What was given back, in micro-units.</param>
/// <param name="Currency">ISO 4217.</param>
public sealed record RefundResource(string Generation, long RefundedMicros, string Currency);

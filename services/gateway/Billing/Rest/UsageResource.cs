namespace KreaPlatform.Gateway.Billing.Rest;

/// <summary>Use over some days.</summary>
/// <param name="From">First day.</param>
/// <param name="To">Last day.</param>
/// <param name="Currency">ISO 4217.</param>
/// <param name="SpentMicros">What was charged less what was refunded, in micro-units.</param>
/// <param name="Days">By day and model, oldest first; days without use are left out.</param>
public sealed record UsageResource(DateOnly From, DateOnly To, string Currency, long SpentMicros, IReadOnlyList<UsageDayResource> Days);

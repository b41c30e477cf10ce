namespace KreaPlatform.Gateway.Webhooks.Delivery;

/// <summary>What is known of a receiver's health.</summary>
/// <param name="Failures">Failed attempts in a row.</param>
/// <param name="FailingSince">When the first of them was.</param>
/// <param name="OpenUntil">Until when nothing is sent; in the past or null when something may be.</param>
public readonly record struct CircuitState(int Failures, DateTimeOffset? FailingSince, DateTimeOffset? OpenUntil)
{
    /// <summary>All is well.</summary>
    public static CircuitState Closed { get; } = new(0, null, null);

    /// <summary>Whether nothing may be sent now.</summary>
    public bool IsOpen(DateTimeOffset now) => OpenUntil > now;
}

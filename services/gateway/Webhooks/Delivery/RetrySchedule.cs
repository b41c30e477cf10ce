namespace KreaPlatform.Gateway.Webhooks.Delivery;

/// <summary>When a delivery is attempted. Pure.</summary>
/// <param name="Waits">The wait before each attempt.</param>
/// <param name="Jitter">By which part a wait may be longer; never shorter.</param>
public sealed record RetrySchedule(IReadOnlyList<TimeSpan> Waits, double Jitter)
{
    /// <summary>Eight attempts within 28 hours.</summary>
    public static IReadOnlyList<TimeSpan> Standard { get; } =
    [
        TimeSpan.Zero, TimeSpan.FromSeconds(5), TimeSpan.FromMinutes(5), TimeSpan.FromMinutes(30), TimeSpan.FromHours(2), TimeSpan.FromHours(5),
        TimeSpan.FromHours(10), TimeSpan.FromHours(10),
    ];

    /// <summary>The wait before the next attempt; null when there is none left.</summary>
    /// <param name="made">Attempts made so far.</param>
    /// <param name="random">From 0 to below 1.</param>
    public TimeSpan? WaitAfter(int made, double random) => made < Waits.Count ? Waits[made] * (1 + Jitter * random) : null;
}

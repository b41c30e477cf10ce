namespace KreaPlatform.Gateway.Watching;

/// <summary>
/// How long attempts of one model take: time = fixed + work x unit, fitted by least squares over an exponentially forgotten past, pure.
/// Two numbers, because a small job is mostly loading, decoding and storing, and a large one mostly steps.
/// </summary>
public sealed record Throughput
{
    private const double Memory = 0.9;

    private double Weight { get; init; }
    private double SumWork { get; init; }
    private double SumSeconds { get; init; }
    private double SumWorkSquared { get; init; }
    private double SumWorkSeconds { get; init; }

    /// <summary>Nothing measured.</summary>
    public static Throughput None { get; } = new();

    /// <summary>With one more attempt: <paramref name="work"/> (image tokens x steps x images) took <paramref name="seconds"/> from claim to result.</summary>
    public Throughput With(double work, double seconds) => new()
    {
        Weight = Weight * Memory + 1, SumWork = SumWork * Memory + work, SumSeconds = SumSeconds * Memory + seconds,
        SumWorkSquared = SumWorkSquared * Memory + work * work, SumWorkSeconds = SumWorkSeconds * Memory + work * seconds,
    };

    /// <summary>Expected seconds of an attempt; null when nothing was measured.</summary>
    public double? SecondsFor(double work)
    {
        if (Weight == 0 || SumWork <= 0) return null;
        var spread = SumWorkSquared - SumWork * SumWork / Weight;
        var proportional = SumSeconds / SumWork * work;
        // Jobs of nearly one size tell nothing about the fixed part.
        if (spread <= 1e-6 * SumWorkSquared) return proportional;
        var unit = (SumWorkSeconds - SumWork * SumSeconds / Weight) / spread;
        var start = (SumSeconds - unit * SumWork) / Weight;
        return unit > 0 && start >= 0 ? start + unit * work : proportional;
    }
}

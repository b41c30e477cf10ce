using KreaPlatform.Vision.Statistics;

namespace KreaPlatform.Evaluation.Reports;

/// <summary>Means with intervals, the same at each run.</summary>
internal static class Statistics
{
    private const int Seed = 20_261_124;

    /// <summary>Where bootstrap draws come from.</summary>
    public static Random Draws() => new(Seed);

    /// <summary>A mean with its 95 % bootstrap interval; the values are the units that were drawn independently (pairs, prompts).</summary>
    public static Estimate Mean(IEnumerable<double> values) => Bootstrap.Mean([.. values], Draws());

    /// <summary>The ratio of two means over the same units, with its interval.</summary>
    public static Estimate Ratio(IReadOnlyList<double> of, IReadOnlyList<double> to) =>
        Bootstrap.Interval(of.Count, drawn => drawn.Sum(i => of[i]) / drawn.Sum(i => to[i]), Draws());
}

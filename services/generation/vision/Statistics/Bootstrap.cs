namespace KreaPlatform.Vision.Statistics;

/// <summary>Percentile bootstrap intervals (Efron and Tibshirani, An Introduction to the Bootstrap, chapter 13).</summary>
public static class Bootstrap
{
    /// <summary>
    /// A statistic of <paramref name="count"/> observations and its interval. Observations are drawn with replacement; draws on which the statistic
    /// is not defined (NaN) are left out.
    /// </summary>
    /// <param name="count">Observations.</param>
    /// <param name="statistic">The statistic of the observations with these indices.</param>
    /// <param name="random">Where draws come from.</param>
    /// <param name="resamples">Draws.</param>
    /// <param name="level">Coverage, 0.95 for 95 %.</param>
    public static Estimate Interval(int count, Func<int[], double> statistic, Random random, int resamples = 2000, double level = 0.95)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(count);
        var indices = Enumerable.Range(0, count).ToArray();
        var value = statistic(indices);
        var draws = new List<double>(resamples);
        for (var i = 0; i < resamples; i++)
        {
            for (var k = 0; k < count; k++) indices[k] = random.Next(count);
            var draw = statistic(indices);
            if (!double.IsNaN(draw)) draws.Add(draw);
        }
        if (draws.Count == 0) return new Estimate(value, double.NaN, double.NaN);
        draws.Sort();
        return new Estimate(value, Quantile(draws, (1 - level) / 2), Quantile(draws, (1 + level) / 2));
    }

    /// <summary>The mean of some values and its interval.</summary>
    public static Estimate Mean(IReadOnlyList<double> values, Random random, int resamples = 2000, double level = 0.95) =>
        Interval(values.Count, indices => indices.Average(i => values[i]), random, resamples, level);

    private static double Quantile(List<double> sorted, double at)
    {
        var position = at * (sorted.Count - 1);
        var below = (int)position;
        var above = Math.Min(below + 1, sorted.Count - 1);
        return sorted[below] + (position - below) * (sorted[above] - sorted[below]);
    }
}

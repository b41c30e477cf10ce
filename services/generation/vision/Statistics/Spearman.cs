namespace KreaPlatform.Vision.Statistics;

/// <summary>Spearman's rank correlation: how nearly one quantity only ever rises with another.</summary>
public static class Spearman
{
    /// <summary>
    /// Rho in [-1, 1]: Pearson's correlation of ranks, ties sharing their mean rank. NaN when a side is constant or there are fewer than 2 pairs.
    /// </summary>
    /// <exception cref="ArgumentException">Lengths differ.</exception>
    public static double Rho(IReadOnlyList<double> x, IReadOnlyList<double> y)
    {
        if (x.Count != y.Count) throw new ArgumentException("Both sides have one length.", nameof(y));
        double[] a = Ranks(x), b = Ranks(y);
        var mean = (x.Count + 1) / 2.0;
        double product = 0, squareA = 0, squareB = 0;
        for (var i = 0; i < a.Length; i++)
        {
            product += (a[i] - mean) * (b[i] - mean);
            squareA += (a[i] - mean) * (a[i] - mean);
            squareB += (b[i] - mean) * (b[i] - mean);
        }
        return squareA == 0 || squareB == 0 ? double.NaN : Math.Clamp(product / Math.Sqrt(squareA * squareB), -1, 1);
    }

    /// <summary>Rho with a bootstrap interval over the pairs.</summary>
    public static Estimate RhoInterval(IReadOnlyList<double> x, IReadOnlyList<double> y, Random random, int resamples = 2000, double level = 0.95) =>
        Bootstrap.Interval(x.Count, indices => Rho([.. indices.Select(i => x[i])], [.. indices.Select(i => y[i])]), random, resamples, level);

    private static double[] Ranks(IReadOnlyList<double> values)
    {
        var order = Enumerable.Range(0, values.Count).OrderBy(i => values[i]).ToArray();
        var ranks = new double[values.Count];
        for (int from = 0, to; from < order.Length; from = to)
        {
            for (to = from + 1; to < order.Length && values[order[to]].Equals(values[order[from]]);) to++;
            for (var i = from; i < to; i++) ranks[order[i]] = (from + 1 + to) / 2.0;
        }
        return ranks;
    }
}

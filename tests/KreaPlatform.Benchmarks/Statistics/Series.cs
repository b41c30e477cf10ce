namespace KreaPlatform.Benchmarks.Statistics;

/// <summary>One quantity measured in several runs of some values each.</summary>
internal sealed class Series
{
    private readonly List<double[]> _runs = [];

    /// <summary>Adds a run; an empty one counts for nothing.</summary>
    public Series Add(IEnumerable<double> values)
    {
        double[] run = [.. values];
        Array.Sort(run);
        if (run.Length > 0) _runs.Add(run);
        return this;
    }

    /// <summary>How many values there are in all.</summary>
    public int Count => _runs.Sum(run => run.Length);

    /// <summary>Median of all values.</summary>
    public double Median => Quantile(0.5);

    /// <summary>99th percentile of all values; the largest one where there are fewer than 100.</summary>
    public double P99 => Quantile(0.99);

    /// <summary>Largest minus smallest median of the runs, as a share of <see cref="Median"/>: what another day may change without a cause.</summary>
    public double Spread
    {
        get
        {
            var medians = _runs.ConvertAll(run => At(run, 0.5));
            return Median == 0 ? 0 : (medians.Max() - medians.Min()) / Median;
        }
    }

    private double Quantile(double share)
    {
        double[] all = [.. _runs.SelectMany(run => run).Order()];
        return At(all, share);
    }

    // Nearest rank: a value that was really measured.
    private static double At(double[] sorted, double share) =>
        sorted.Length == 0 ? double.NaN : sorted[Math.Clamp((int)Math.Ceiling(share * sorted.Length) - 1, 0, sorted.Length - 1)];
}

namespace KreaPlatform.Evaluation.Reports;

/// <summary>An axis with round ticks.</summary>
/// <param name="Low">Value at its start.</param>
/// <param name="High">Value at its end.</param>
/// <param name="Step">Distance of its ticks.</param>
/// <param name="Start">Pixel of its start.</param>
/// <param name="End">Pixel of its end.</param>
internal sealed record Axis(double Low, double High, double Step, float Start, float End)
{
    private const int About = 7;

    /// <summary>The values that are marked.</summary>
    public IEnumerable<double> Ticks
    {
        get
        {
            for (var i = Math.Ceiling(Low / Step - 1e-9); i * Step <= High + Step * 1e-9; i++) yield return i * Step;
        }
    }

    /// <summary>An axis with room for some values.</summary>
    public static Axis Around(IEnumerable<double> values, float start, float end)
    {
        var all = values.ToArray();
        double low = all.Min(), high = all.Max(), room = Math.Max(high - low, 1e-6) * 0.05;
        var rough = (high - low + 2 * room) / About;
        var power = Math.Pow(10, Math.Floor(Math.Log10(rough)));
        var step = power * ((double[])[1, 2, 5, 10]).First(m => m * power >= rough - power * 1e-9);
        return new Axis(low - room, high + room, step, start, end);
    }

    /// <summary>The pixel of a value.</summary>
    public float At(double value) => (float)(Start + (value - Low) / (High - Low) * (End - Start));
}

using System.Globalization;
using KreaPlatform.Vision.Statistics;

namespace KreaPlatform.Evaluation.Reports;

/// <summary>Numbers as they are printed.</summary>
internal static class Text
{
    /// <summary>A number with at most so many decimals.</summary>
    public static string Number(double value, int decimals = 2)
    {
        var text = value.ToString("F" + decimals, CultureInfo.InvariantCulture);
        return double.Parse(text, CultureInfo.InvariantCulture) == 0 ? text.TrimStart('-') : text;
    }

    /// <summary>A position of a slider, as short as can be.</summary>
    public static string Number(float value) => value.ToString("0.##", CultureInfo.InvariantCulture);

    /// <summary>The interval alone.</summary>
    public static string Interval(Estimate estimate) => Interval(estimate, 2);

    /// <summary>Value and interval.</summary>
    public static string WithInterval(Estimate estimate, int decimals = 2) => $"{Number(estimate.Value, decimals)} ({Interval(estimate, decimals)})";

    private static string Interval(Estimate estimate, int decimals) => $"{Number(estimate.Low, decimals)} to {Number(estimate.High, decimals)}";
}

using KreaPlatform.Benchmarks.Reporting;

namespace KreaPlatform.Benchmarks.Plots;

/// <summary>Lying bars of parts that add up, with a legend.</summary>
internal static class StackedBars
{
    private const int Left = 150, Right = 70, Top = 70, BarHeight = 26, Gap = 14, Width = 760;

    /// <param name="title">What is shown, with its unit.</param>
    /// <param name="parts">Names of the parts, first at the left.</param>
    /// <param name="bars">A label and the parts' sizes, a bar each.</param>
    public static string Draw(string title, IReadOnlyList<string> parts, IReadOnlyList<(string Label, double[] Sizes)> bars)
    {
        var svg = new Svg(Width, Top + bars.Count * (BarHeight + Gap) + 20);
        svg.Text(12, 24, title, size: 15);
        var x = 12.0;
        for (var i = 0; i < parts.Count; i++)
        {
            svg.Bar(x, 38, 12, 12, Svg.Palette[i % Svg.Palette.Length]);
            svg.Text(x + 16, 48.5, parts[i]);
            x += 34 + 7 * parts[i].Length;
        }
        var scale = (Width - Left - Right) / bars.Max(b => b.Sizes.Sum());
        for (var i = 0; i < bars.Count; i++)
        {
            double y = Top + i * (BarHeight + Gap), at = Left;
            svg.Text(Left - 8, y + 17, bars[i].Label, "end");
            for (var part = 0; part < parts.Count; part++)
            {
                var size = bars[i].Sizes[part] * scale;
                svg.Bar(at, y, size, BarHeight, Svg.Palette[part % Svg.Palette.Length]);
                at += size;
            }
            svg.Text(at + 6, y + 17, Table.Number(bars[i].Sizes.Sum()));
        }
        return svg.ToString();
    }
}

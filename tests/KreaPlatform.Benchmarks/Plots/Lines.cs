using KreaPlatform.Benchmarks.Reporting;

namespace KreaPlatform.Benchmarks.Plots;

/// <summary>Curves over a common axis that starts at 0 on both sides.</summary>
internal static class Lines
{
    private const int Left = 60, Right = 130, Top = 44, Bottom = 46, Width = 760, Height = 320;

    /// <param name="title">What is shown.</param>
    /// <param name="across">Name of the horizontal axis.</param>
    /// <param name="curves">Names and points.</param>
    public static string Draw(string title, string across, IReadOnlyList<(string Name, (double X, double Y)[] Points)> curves)
    {
        var svg = new Svg(Width, Height);
        svg.Text(12, 24, title, size: 15);
        var (right, top) = (Rounded(curves.Max(c => c.Points.Max(p => p.X))), Rounded(curves.Max(c => c.Points.Max(p => p.Y))));
        double X(double value) => Left + value / right * (Width - Left - Right);
        double Y(double value) => Height - Bottom - value / top * (Height - Top - Bottom);
        for (var i = 0; i <= 4; i++)
        {
            svg.Line(Left, Y(top * i / 4), Width - Right, Y(top * i / 4), "#ddd");
            svg.Text(Left - 8, Y(top * i / 4) + 4, Table.Number(top * i / 4), "end");
            svg.Text(X(right * i / 4), Height - Bottom + 18, Table.Number(right * i / 4), "middle");
        }
        svg.Text((Left + Width - Right) / 2.0, Height - 10, across, "middle");
        for (var i = 0; i < curves.Count; i++)
        {
            var colour = Svg.Palette[(i + 2) % Svg.Palette.Length];
            var points = curves[i].Points;
            for (var k = 0; k < points.Length; k++)
            {
                if (k > 0) svg.Line(X(points[k - 1].X), Y(points[k - 1].Y), X(points[k].X), Y(points[k].Y), colour, 2);
                svg.Dot(X(points[k].X), Y(points[k].Y), colour);
            }
            svg.Text(X(points[^1].X) + 8, Y(points[^1].Y) + 4, curves[i].Name);
        }
        return svg.ToString();
    }

    // The next of 1, 2, 4, 5, 8, 10 times a power of ten: quarters of it are round.
    private static double Rounded(double value)
    {
        var power = Math.Pow(10, Math.Floor(Math.Log10(value)));
        foreach (var factor in new[] { 1.0, 2, 4, 5, 8, 10 })
            if (value <= factor * power * 1.0001) return factor * power;
        return value;
    }
}

using SkiaSharp;

namespace KreaPlatform.Evaluation.Reports;

/// <summary>Points that belong together, joined by a line.</summary>
/// <param name="Name">In the legend; empty: not there.</param>
/// <param name="Points">From left to right.</param>
internal sealed record ChartSeries(string Name, IReadOnlyList<ChartPoint> Points)
{
    /// <summary>Its colour.</summary>
    public SKColor Colour { get; init; } = Palette.Ink;

    /// <summary>Width of its line in pixels.</summary>
    public float Width { get; init; } = 1.5f;
}

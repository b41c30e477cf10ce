using SkiaSharp;

namespace KreaPlatform.Evaluation.Reports;

/// <summary>A chart of series over two axes, with intervals.</summary>
/// <param name="across">What x is.</param>
/// <param name="up">What y is.</param>
internal sealed class Chart(string across, string up)
{
    private const int Width = 760, Height = 420, Left = 64, Right = 20, Top = 34, Bottom = 48, Letters = 13;

    private readonly List<ChartSeries> _series = [];
    private Axis _x = null!, _y = null!;

    /// <summary>Adds a series, over those before.</summary>
    public void Add(ChartSeries series) => _series.Add(series);

    /// <summary>Draws it.</summary>
    public SKImage Draw()
    {
        var points = _series.SelectMany(series => series.Points).ToArray();
        _x = Axis.Around(points.Select(p => p.X), Left, Width - Right);
        _y = Axis.Around(points.SelectMany(p => double.IsNaN(p.Low) ? [p.Y] : new[] { p.Low, p.High }), Height - Bottom, Top);
        using var surface = SKSurface.Create(new SKImageInfo(Width, Height));
        var canvas = surface.Canvas;
        canvas.Clear(Palette.Paper);
        DrawAxes(canvas);
        foreach (var series in _series) DrawSeries(canvas, series);
        DrawLegend(canvas);
        return surface.Snapshot();
    }

    private void DrawAxes(SKCanvas canvas)
    {
        using var paint = new SKPaint { Color = Palette.Grey.WithAlpha(0x50), StrokeWidth = 1 };
        foreach (var tick in _x.Ticks)
        {
            canvas.DrawLine(_x.At(tick), Top, _x.At(tick), Height - Bottom, paint);
            Lettering.Write(canvas, Text.Number((float)tick), _x.At(tick), Height - Bottom + 17, Letters, Palette.Grey, SKTextAlign.Center);
        }
        foreach (var tick in _y.Ticks)
        {
            canvas.DrawLine(Left, _y.At(tick), Width - Right, _y.At(tick), paint);
            Lettering.Write(canvas, Text.Number((float)tick), Left - 8, _y.At(tick) + 4, Letters, Palette.Grey, SKTextAlign.Right);
        }
        Lettering.Write(canvas, across, (Left + Width - Right) / 2f, Height - 10, Letters, Palette.Ink, SKTextAlign.Center);
        Lettering.Write(canvas, up, 8, 18, Letters, Palette.Ink);
    }

    private void DrawSeries(SKCanvas canvas, ChartSeries series)
    {
        using var line = new SKPaint { Color = series.Colour, StrokeWidth = series.Width, IsAntialias = true, Style = SKPaintStyle.Stroke };
        using var dot = new SKPaint { Color = series.Colour, IsAntialias = true };
        for (var i = 0; i < series.Points.Count; i++)
        {
            var point = series.Points[i];
            var (x, y) = (_x.At(point.X), _y.At(point.Y));
            if (i > 0) canvas.DrawLine(_x.At(series.Points[i - 1].X), _y.At(series.Points[i - 1].Y), x, y, line);
            if (!double.IsNaN(point.Low)) canvas.DrawLine(x, _y.At(point.Low), x, _y.At(point.High), line);
            if (series.Name.Length > 0) canvas.DrawCircle(x, y, series.Width + 1.5f, dot);
            if (point.Label.Length > 0) Lettering.Write(canvas, point.Label, x + 7, y - 6, Letters - 1, series.Colour);
        }
    }

    private void DrawLegend(SKCanvas canvas)
    {
        var at = Top + 18f;
        foreach (var series in _series.Where(series => series.Name.Length > 0))
        {
            using var paint = new SKPaint { Color = series.Colour, StrokeWidth = 3 };
            canvas.DrawLine(Left + 10, at - 4, Left + 34, at - 4, paint);
            Lettering.Write(canvas, series.Name, Left + 42, at, Letters, Palette.Ink);
            at += 19;
        }
    }
}

using KreaPlatform.ServiceDefaults.Imaging;
using SkiaSharp;

namespace KreaPlatform.Evaluation.Reports;

/// <summary>Pictures in rows, with what they are beside and above them.</summary>
/// <param name="columns">Above the columns; empty: nothing is.</param>
internal sealed class ContactSheet(IReadOnlyList<string> columns)
{
    private const int Gap = 6, Letters = 13, LetterWidth = 8, Above = 22;

    private readonly List<(string Label, IReadOnlyList<RgbImage> Pictures)> _rows = [];

    /// <summary>Adds a row.</summary>
    /// <param name="label">Beside it, its lines apart by line feeds; empty: nothing.</param>
    /// <param name="pictures">From left to right.</param>
    public void Add(string label, IReadOnlyList<RgbImage> pictures) => _rows.Add((label, pictures));

    /// <summary>Draws it.</summary>
    public SKImage Draw()
    {
        // 1. Room for the labels, and for the widest picture of each column and the highest of each row.
        var left = Gap + _rows.Max(row => row.Label.Split('\n').Max(line => line.Length)) * LetterWidth;
        var top = columns.Count > 0 ? Above : Gap;
        var widths = Enumerable.Range(0, _rows.Max(row => row.Pictures.Count))
            .Select(c => _rows.Where(row => row.Pictures.Count > c).Max(row => row.Pictures[c].Width)).ToArray();
        var heights = _rows.Select(row => row.Pictures.Max(picture => picture.Height)).ToArray();
        using var surface = SKSurface.Create(new SKImageInfo(left + widths.Sum(w => w + Gap), top + heights.Sum(h => h + Gap)));
        var canvas = surface.Canvas;
        canvas.Clear(Palette.Paper);

        // 2. Columns' names.
        for (int c = 0, x = left; c < columns.Count; x += widths[c] + Gap, c++)
            Lettering.Write(canvas, columns[c], x + widths[c] / 2f, Above - 7, Letters, Palette.Ink, SKTextAlign.Center);

        // 3. Rows.
        for (int r = 0, y = top; r < _rows.Count; y += heights[r] + Gap, r++)
        {
            var lines = _rows[r].Label.Split('\n');
            for (var i = 0; i < lines.Length; i++)
                Lettering.Write(canvas, lines[i], left - Gap, y + heights[r] / 2f + (i - (lines.Length - 1) / 2f) * (Letters + 4) + 4, Letters, Palette.Ink, SKTextAlign.Right);
            for (int c = 0, x = left; c < _rows[r].Pictures.Count; x += widths[c] + Gap, c++)
                DrawPicture(canvas, _rows[r].Pictures[c], x, y);
        }
        return surface.Snapshot();
    }

    private static void DrawPicture(SKCanvas canvas, RgbImage picture, int x, int y)
    {
        using var bitmap = new SKBitmap(new SKImageInfo(picture.Width, picture.Height, SKColorType.Rgba8888, SKAlphaType.Opaque));
        var pixels = bitmap.GetPixelSpan();
        for (int i = 0, s = 0; i < pixels.Length; i += 4, s += 3)
            (pixels[i], pixels[i + 1], pixels[i + 2], pixels[i + 3]) = (picture.Samples[s], picture.Samples[s + 1], picture.Samples[s + 2], 0xFF);
        canvas.DrawBitmap(bitmap, x, y, SKSamplingOptions.Default);
    }
}

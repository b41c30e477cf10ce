using System.Globalization;
using SkiaSharp;

namespace KreaPlatform.Standalone.Generate;

/// <summary>All images of a generation on one PNG, enlarged to a comfortable size, with their seeds and the prompt.</summary>
internal static class ContactSheet
{
    private const int CellSide = 288;
    private const int Gap = 12;
    private const int LabelHeight = 24;
    private const int HeadingHeight = 26;
    private const int TitleHeight = 52;
    private const int LongestLine = 8;

    private static readonly SKColor Paper = new(0xFA, 0xF8, 0xF4);
    private static readonly SKColor Ink = new(0x22, 0x22, 0x26);
    private static readonly SKColor Faded = new(0x77, 0x75, 0x70);

    /// <summary>Draws the sheet.</summary>
    /// <param name="rows">One kind of image, or several to be compared: then image i of one stands under image i of the other.</param>
    /// <param name="prompt">Shown under the images.</param>
    /// <param name="note">Shown small beside it: model, steps.</param>
    public static byte[] Draw(IReadOnlyList<SheetRow> rows, string prompt, string note)
    {
        // 1. The grid: as near to 3:2 as the number of images allows; what is compared stands in lines.
        var most = rows.Max(r => r.Images.Count);
        using var first = SKBitmap.Decode(rows[0].Images[0].Encoded);
        var (width, height) = CellSize(first);
        var columns = rows.Count > 1 ? Math.Min(most, LongestLine) : Columns(most, width, height);

        // 2. Without any font the sheet goes without text.
        using var typeface = SystemTypeface.Find();
        var (label, heading, title) = typeface is null ? (0, 0, Gap) : (LabelHeight, rows.Count > 1 ? HeadingHeight : 0, TitleHeight);
        var (cellWidth, cellHeight) = (width + Gap, height + label + Gap);
        int HeightOf(SheetRow row) => heading + (row.Images.Count + columns - 1) / columns * cellHeight;
        using var surface = SKSurface.Create(new SKImageInfo(Gap + columns * cellWidth, Gap + rows.Sum(HeightOf) - Gap + title));
        var canvas = surface.Canvas;
        canvas.Clear(Paper);

        // 3. The images.
        var (top, full) = (Gap, columns * cellWidth - Gap);
        foreach (var row in rows)
        {
            if (typeface is not null && row.Label is { } text) Write(canvas, typeface, text, 15, Ink, Gap, top + 17, full);
            foreach (var (i, picture) in row.Images.Index())
            {
                var (x, y) = (Gap + i % columns * cellWidth, top + heading + i / columns * cellHeight);
                using var bitmap = SKBitmap.Decode(picture.Encoded);
                using var image = SKImage.FromBitmap(bitmap);
                canvas.DrawImage(image, SKRect.Create(x, y, width, height), new SKSamplingOptions(SKCubicResampler.Mitchell));
                if (typeface is not null) Write(canvas, typeface, $"seed {picture.Seed.ToString(CultureInfo.InvariantCulture)}", 12, Faded, x, y + height + 17, width);
            }
            top += HeightOf(row);
        }

        // 4. The caption.
        if (typeface is not null)
        {
            Write(canvas, typeface, prompt, 17, Ink, Gap, top - Gap + 20, full);
            Write(canvas, typeface, note, 12, Faded, Gap, top - Gap + 40, full);
        }
        using var snapshot = surface.Snapshot();
        using var data = snapshot.Encode(SKEncodedImageFormat.Png, 100);
        return data.ToArray();
    }

    private static (int Width, int Height) CellSize(SKBitmap picture)
    {
        var scale = (double)CellSide / Math.Max(picture.Width, picture.Height);
        return ((int)Math.Round(picture.Width * scale), (int)Math.Round(picture.Height * scale));
    }

    private static int Columns(int count, int width, int height) =>
        Enumerable.Range(1, count).MinBy(c => Math.Abs(Math.Log((double)c * width / (Math.Ceiling((double)count / c) * height) / 1.5)) + 0.4 * ((c - count % c) % c))!;

    private static void Write(SKCanvas canvas, SKTypeface typeface, string text, float size, SKColor colour, float x, float y, float width)
    {
        using var font = new SKFont(typeface, size) { Edging = SKFontEdging.Antialias };
        using var paint = new SKPaint { Color = colour, IsAntialias = true };
        text = text.ReplaceLineEndings(" ").Replace('\t', ' ');
        if (font.MeasureText(text) > width)
        {
            var room = width - font.MeasureText("...");
            var fits = new StringInfo(text);
            var length = fits.LengthInTextElements;
            while (length > 0 && font.MeasureText(fits.SubstringByTextElements(0, length)) > room) length--;
            text = fits.SubstringByTextElements(0, length) + "...";
        }
        canvas.DrawText(text, x, y, SKTextAlign.Left, font, paint);
    }
}

using SkiaSharp;

namespace KreaPlatform.Evaluation.Reports;

/// <summary>Text on pictures, in a plain font of this machine; without one, pictures go without text.</summary>
internal static class Lettering
{
    private static readonly SKTypeface? Typeface = Find();

    /// <summary>Writes a line.</summary>
    /// <param name="canvas">Where to.</param>
    /// <param name="text">The line.</param>
    /// <param name="x">Left end, middle or right end, as <paramref name="align"/> says.</param>
    /// <param name="y">The baseline.</param>
    /// <param name="size">Height of the letters in pixels.</param>
    /// <param name="colour">Their colour.</param>
    /// <param name="align">What x is.</param>
    public static void Write(SKCanvas canvas, string text, float x, float y, float size, SKColor colour, SKTextAlign align = SKTextAlign.Left)
    {
        if (Typeface is null) return;
        using var font = new SKFont(Typeface, size) { Edging = SKFontEdging.Antialias };
        using var paint = new SKPaint { Color = colour, IsAntialias = true };
        canvas.DrawText(text, x, y, align, font, paint);
    }

    // The Linux build of Skia used here does not ask fontconfig.
    private static SKTypeface? Find()
    {
        if (!OperatingSystem.IsLinux()) return SKTypeface.Default;
        string[] preferred = ["NotoSans-Regular.ttf", "DejaVuSans.ttf", "LiberationSans-Regular.ttf"];
        var fonts = Directory.Exists("/usr/share/fonts") ? Directory.GetFiles("/usr/share/fonts", "*.ttf", SearchOption.AllDirectories) : [];
        var chosen = preferred.Select(name => Array.Find(fonts, font => Path.GetFileName(font) == name)).FirstOrDefault(font => font is not null);
        return chosen is null ? null : SKTypeface.FromFile(chosen);
    }
}

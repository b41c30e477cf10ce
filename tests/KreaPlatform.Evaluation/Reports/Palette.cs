using SkiaSharp;

namespace KreaPlatform.Evaluation.Reports;

/// <summary>The colours of charts and sheets.</summary>
internal static class Palette
{
    /// <summary>The ground.</summary>
    public static readonly SKColor Paper = new(0xFA, 0xF8, 0xF4);

    /// <summary>Text and the line that matters.</summary>
    public static readonly SKColor Ink = new(0x22, 0x22, 0x26);

    /// <summary>Axes.</summary>
    public static readonly SKColor Grey = new(0x77, 0x75, 0x70);

    /// <summary>Lines behind.</summary>
    public static readonly SKColor Faint = new(0x2F, 0x6F, 0xA8, 0x50);

    /// <summary>Lines behind that stand out.</summary>
    public static readonly SKColor FaintWarm = new(0xD0, 0x4A, 0x2F, 0x70);

    /// <summary>Series, in order.</summary>
    public static readonly SKColor[] Series = [new(0x2F, 0x6F, 0xA8), new(0xD0, 0x4A, 0x2F), new(0x3C, 0x8D, 0x53), new(0x8A, 0x5A, 0xA8), new(0xC2, 0x8A, 0x1B)];
}

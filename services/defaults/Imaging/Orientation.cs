using SkiaSharp;

namespace KreaPlatform.ServiceDefaults.Imaging;

/// <summary>The eight ways in which a camera may have been held (EXIF tag 0x0112).</summary>
internal static class Orientation
{
    /// <summary>Whether upright width and height are the stored height and width.</summary>
    internal static bool SwapsSides(this SKEncodedOrigin origin) => origin >= SKEncodedOrigin.LeftTop;

    /// <summary>Where the stored pixel (x, y) of a width x height image goes when it is put upright.</summary>
    internal static (int X, int Y) Upright(this SKEncodedOrigin origin, int x, int y, int width, int height) => origin switch
    {
        SKEncodedOrigin.TopRight => (width - 1 - x, y),
        SKEncodedOrigin.BottomRight => (width - 1 - x, height - 1 - y),
        SKEncodedOrigin.BottomLeft => (x, height - 1 - y),
        SKEncodedOrigin.LeftTop => (y, x),
        SKEncodedOrigin.RightTop => (height - 1 - y, x),
        SKEncodedOrigin.RightBottom => (height - 1 - y, width - 1 - x),
        SKEncodedOrigin.LeftBottom => (y, width - 1 - x),
        _ => (x, y),
    };
}

using SkiaSharp;

namespace KreaPlatform.Vision.Tests.Imaging;

/// <summary>Still images by Skia's encoders.</summary>
internal static class Encoded
{
    public static byte[] Write(int width, int height, Func<int, int, SKColor> pixel, SKEncodedImageFormat format, int quality)
    {
        using var bitmap = new SKBitmap(new SKImageInfo(width, height, SKColorType.Rgba8888, SKAlphaType.Unpremul, SKColorSpace.CreateSrgb()));
        for (var y = 0; y < height; y++)
            for (var x = 0; x < width; x++)
                bitmap.SetPixel(x, y, pixel(x, y));
        using var data = bitmap.Encode(format, quality);
        return data.ToArray();
    }

    /// <summary>A picture with structure everywhere, so that shifts and turns show.</summary>
    public static SKColor Pattern(int x, int y) => new((byte)(x * 7 + y * 3), (byte)(x * 2 ^ y * 5), (byte)(255 - x - y));
}

using KreaPlatform.Contracts.Generation;
using KreaPlatform.ServiceDefaults.Imaging;
using SkiaSharp;

namespace KreaPlatform.Generation.Encoding;

/// <summary>Pictures to files.</summary>
public static class ImageEncoder
{
    private const int PreviewQuality = 70;

    /// <summary>Encodes a finished image.</summary>
    /// <exception cref="InvalidOperationException">The encoder refused the picture.</exception>
    public static byte[] Encode(PixelPlanes image, OutputSpec output)
    {
        using var bitmap = ToBitmap(image);
        var quality = Math.Clamp(output.Quality, 1, 100);
        return output.Format switch
        {
            OutputFormat.Jpeg => Encode(bitmap, SKEncodedImageFormat.Jpeg, quality),
            OutputFormat.WebP => Encode(bitmap, SKEncodedImageFormat.Webp, quality),
            _ => Encode(bitmap, SKEncodedImageFormat.Png, 100),
        };
    }

    /// <summary>A small WebP whose longer side is at most <paramref name="side"/> pixels.</summary>
    public static byte[] EncodePreview(PixelPlanes image, int side)
    {
        using var bitmap = ToBitmap(image);
        var scale = (double)side / Math.Max(image.Width, image.Height);
        if (scale >= 1) return Encode(bitmap, SKEncodedImageFormat.Webp, PreviewQuality);
        var size = new SKImageInfo(Math.Max(1, (int)Math.Round(image.Width * scale)), Math.Max(1, (int)Math.Round(image.Height * scale)),
            SKColorType.Rgba8888, SKAlphaType.Opaque);
        using var small = bitmap.Resize(size, new SKSamplingOptions(SKFilterMode.Linear, SKMipmapMode.Linear))
            ?? throw new InvalidOperationException("The preview could not be scaled.");
        return Encode(small, SKEncodedImageFormat.Webp, PreviewQuality);
    }

    private static byte[] Encode(SKBitmap bitmap, SKEncodedImageFormat format, int quality)
    {
        using var data = bitmap.Encode(format, quality) ?? throw new InvalidOperationException($"The picture could not be encoded as {format}.");
        return data.ToArray();
    }

    private static SKBitmap ToBitmap(PixelPlanes image)
    {
        var bitmap = new SKBitmap(new SKImageInfo(image.Width, image.Height, SKColorType.Rgba8888, SKAlphaType.Opaque));
        var count = image.Width * image.Height;
        var rgba = bitmap.GetPixelSpan();
        ReadOnlySpan<float> red = image.Values.AsSpan(0, count), green = image.Values.AsSpan(count, count), blue = image.Values.AsSpan(2 * count, count);
        for (var i = 0; i < count; i++)
        {
            var pixel = rgba.Slice(4 * i, 4);
            pixel[0] = ToByte(red[i]);
            pixel[1] = ToByte(green[i]);
            pixel[2] = ToByte(blue[i]);
            pixel[3] = 255;
        }
        return bitmap;
    }

    // NaN becomes black rather than an exception in the middle of an image.
    private static byte ToByte(float value) => (byte)(value > 0 ? Math.Min(value, 1f) * 255f + 0.5f : 0f);
}

using System.Runtime.InteropServices;
using SkiaSharp;

namespace KreaPlatform.ServiceDefaults.Imaging;

/// <summary>Encodes pixels where a file can't be kept as it came. Pure.</summary>
public static class PixelEncoder
{
    private const int NearlyLossless = 98;

    /// <summary>PNG, without loss.</summary>
    /// <param name="pixels">The colours, composited on white.</param>
    /// <param name="alpha">Opacity of each pixel, or null for an opaque image.</param>
    public static byte[] Png(RgbImage pixels, byte[]? alpha) => Encode(pixels, alpha, map => map.Encode(new SKPngEncoderOptions(SKPngEncoderFilterFlags.AllFilters, 4)));

    /// <summary>JPEG with colours at full resolution, at a quality whose loss is below what an eye sees.</summary>
    public static byte[] Jpeg(RgbImage pixels) =>
        Encode(pixels, null, map => map.Encode(new SKJpegEncoderOptions(NearlyLossless, SKJpegEncoderDownsample.Downsample444, SKJpegEncoderAlphaOption.Ignore)));

    private static byte[] Encode(RgbImage pixels, byte[]? alpha, Func<SKPixmap, SKData?> encode)
    {
        var rgba = new byte[4 * pixels.Width * pixels.Height];
        for (int i = 0, s = 0, t = 0; t < rgba.Length; i++, s += 3, t += 4)
        {
            var opacity = alpha?[i] ?? byte.MaxValue;
            for (var channel = 0; channel < 3; channel++) rgba[t + channel] = Straight(pixels.Samples[s + channel], opacity);
            rgba[t + 3] = opacity;
        }
        var info = new SKImageInfo(pixels.Width, pixels.Height, SKColorType.Rgba8888, alpha is null ? SKAlphaType.Opaque : SKAlphaType.Unpremul, SKColorSpace.CreateSrgb());
        var pin = GCHandle.Alloc(rgba, GCHandleType.Pinned);
        try
        {
            using var map = new SKPixmap(info, pin.AddrOfPinnedObject());
            using var data = encode(map) ?? throw new InvalidOperationException($"{pixels.Width} x {pixels.Height} pixels could not be encoded.");
            return data.ToArray();
        }
        finally
        {
            pin.Free();
        }
    }

    // The colour that gives this one on white: the inverse of the decoder's compositing.
    private static byte Straight(byte onWhite, byte opacity) => opacity switch
    {
        byte.MaxValue => onWhite,
        0 => byte.MaxValue,
        _ => (byte)Math.Clamp((255 * (onWhite - 255 + opacity) + opacity / 2) / opacity, 0, byte.MaxValue),
    };
}

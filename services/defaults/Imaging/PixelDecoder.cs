using System.Runtime.InteropServices;
using SkiaSharp;

namespace KreaPlatform.ServiceDefaults.Imaging;

/// <summary>Pixels of bytes whose header has been found harmless.</summary>
internal static class PixelDecoder
{
    internal static ImageDecoding Decode(ReadOnlyMemory<byte> bytes, ImageHeader header)
    {
        // 1. The codec must see what the header check saw.
        using var data = SKData.CreateCopy(bytes.Span);
        using var codec = SKCodec.Create(data);
        if (codec is null) return ImageDecoding.Failed(ImageErrorCode.Corrupt, $"The {header.Format} data can't be read.");
        if (codec.Info.Width != header.Width || codec.Info.Height != header.Height)
            return ImageDecoding.Failed(ImageErrorCode.Corrupt, $"The {header.Format} header contradicts itself.");

        // 2. Straight alpha in sRGB, whatever the depth, colour model and profile.
        var info = new SKImageInfo(codec.Info.Width, codec.Info.Height, SKColorType.Rgba8888, SKAlphaType.Unpremul, SKColorSpace.CreateSrgb());
        var rgba = new byte[info.BytesSize];
        var pin = GCHandle.Alloc(rgba, GCHandleType.Pinned);
        SKCodecResult result;
        try { result = codec.GetPixels(info, pin.AddrOfPinnedObject()); }
        finally { pin.Free(); }
        if (result != SKCodecResult.Success)
            return result switch
            {
                SKCodecResult.IncompleteInput => ImageDecoding.Failed(ImageErrorCode.Truncated, "The data ends before the image does."),
                SKCodecResult.ErrorInInput or SKCodecResult.InvalidInput =>
                    ImageDecoding.Failed(ImageErrorCode.Corrupt, $"The {header.Format} data is damaged."),
                _ => ImageDecoding.Failed(ImageErrorCode.UnsupportedFormat, $"This variant of {header.Format} is not supported."),
            };

        // 3. Composite on white, turn upright, and keep the opacity where there is any to tell of.
        var alpha = codec.Info.AlphaType == SKAlphaType.Opaque ? null : new byte[info.Width * info.Height];
        var pixels = Upright(rgba, info.Width, info.Height, codec.EncodedOrigin, alpha);
        return ImageDecoding.Of(new DecodedImage(pixels, header.Format)
        {
            Alpha = alpha is null || !alpha.AsSpan().ContainsAnyExcept(byte.MaxValue) ? null : alpha,
            StoredUpright = codec.EncodedOrigin == SKEncodedOrigin.TopLeft,
        });
    }

    private static RgbImage Upright(byte[] rgba, int width, int height, SKEncodedOrigin origin, byte[]? alphas)
    {
        var (outWidth, outHeight) = origin.SwapsSides() ? (height, width) : (width, height);
        var rgb = new byte[3 * outWidth * outHeight];
        for (var y = 0; y < height; y++)
        {
            // The map is affine: the first two pixels of a row fix all of them.
            var (startX, startY) = origin.Upright(0, y, width, height);
            var (nextX, nextY) = origin.Upright(1, y, width, height);
            int target = startY * outWidth + startX, step = (nextY - startY) * outWidth + (nextX - startX);
            for (int x = 0, s = 4 * y * width; x < width; x++, s += 4, target += step)
            {
                int alpha = rgba[s + 3], white = 255 * (255 - alpha) + 127, t = 3 * target;
                rgb[t] = (byte)((rgba[s] * alpha + white) / 255);
                rgb[t + 1] = (byte)((rgba[s + 1] * alpha + white) / 255);
                rgb[t + 2] = (byte)((rgba[s + 2] * alpha + white) / 255);
                if (alphas is not null) alphas[target] = (byte)alpha;
            }
        }
        return new RgbImage(outWidth, outHeight, rgb);
    }
}

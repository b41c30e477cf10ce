using System.Runtime.InteropServices;
using KreaPlatform.ServiceDefaults.Imaging;
using SkiaSharp;

namespace KreaPlatform.Gateway.Compatible.OpenAi;

/// <summary>
/// OpenAI's masks say by transparency what is repainted; this platform's are white where it is. An image without any transparency is taken as it is,
/// so that a black and white mask works too.
/// </summary>
internal static class AlphaMask
{
    private static readonly ImageLimits Limits = new();
    private static readonly SemaphoreSlim Places = new(2, 2);

    /// <summary>The mask as a grey PNG; null when the file has no transparency, or is none that can be read (which whoever takes it as an image will say).</summary>
    public static async Task<byte[]?> OfAsync(ReadOnlyMemory<byte> file, CancellationToken cancel)
    {
        if (SafeImageDecoder.Inspect(file.Span, Limits, out _) is not null) return null;
        await Places.WaitAsync(cancel);
        try
        {
            return await Task.Run(() => Of(file), cancel);
        }
        finally
        {
            Places.Release();
        }
    }

    private static byte[]? Of(ReadOnlyMemory<byte> file)
    {
        using var data = SKData.CreateCopy(file.Span);
        using var codec = SKCodec.Create(data);
        if (codec is null || codec.Info.AlphaType == SKAlphaType.Opaque) return null;
        var info = new SKImageInfo(codec.Info.Width, codec.Info.Height, SKColorType.Rgba8888, SKAlphaType.Unpremul);
        var rgba = new byte[info.BytesSize];
        var pin = GCHandle.Alloc(rgba, GCHandleType.Pinned);
        try
        {
            if (codec.GetPixels(info, pin.AddrOfPinnedObject()) != SKCodecResult.Success) return null;
        }
        finally
        {
            pin.Free();
        }
        using var grey = new SKBitmap(new SKImageInfo(info.Width, info.Height, SKColorType.Gray8, SKAlphaType.Opaque));
        var lightest = 0;
        for (var y = 0; y < info.Height; y++)
        {
            var row = grey.GetPixelSpan().Slice(y * grey.RowBytes, info.Width);
            for (var x = 0; x < row.Length; x++)
            {
                row[x] = (byte)(255 - rgba[4 * (y * info.Width + x) + 3]);
                lightest = Math.Max(lightest, row[x]);
            }
        }
        if (lightest == 0) return null;
        using var encoded = grey.Encode(SKEncodedImageFormat.Png, 100);
        return encoded?.ToArray();
    }
}

using KreaPlatform.ServiceDefaults.Imaging;
using KreaPlatform.ServiceDefaults.Imaging.Metadata;
using KreaPlatform.ServiceDefaults.Imaging.Rights;

namespace KreaPlatform.Gateway.Assets;

/// <summary>
/// From bytes that a stranger sent to a file that is safe to keep and to hand out: 1. decoded within limits, 2. asked for its rights,
/// 3. freed of everything but its picture, sample for sample where it can be, and encoded again where not.
/// </summary>
public sealed class ImagePreparation(SafeImageDecoder decoder, ImageLimits limits)
{
    /// <summary>The most bytes that an image may have.</summary>
    public long MostBytes => limits.MaxBytes;

    /// <summary>Exactly one of the results is null.</summary>
    public async Task<(PreparedImage? Image, ImageError? Error)> PrepareAsync(ReadOnlyMemory<byte> bytes, CancellationToken cancel)
    {
        // 1. Decoded.
        var decoding = await decoder.DecodeAsync(bytes, cancel);
        if (!decoding.Succeeded) return (null, decoding.Error);
        var decoded = decoding.Image;

        // 2. Asked.
        var parts = ImageParts.Split(bytes, decoded.Format);
        var hints = parts is null ? RightsHints.None : RightsReader.Read(parts);

        // 3. Freed.
        var (file, format) = decoded.StoredUpright && parts is not null && Picture(parts, decoded) is { } picture
            ? (picture, decoded.Format)
            : Encode(decoded);
        return (new PreparedImage(file, format, decoded.Format, decoded.Pixels.Width, decoded.Pixels.Height, hints), null);
    }

    // Null when the header of what is left does not tell of the same image.
    private byte[]? Picture(IReadOnlyList<ImagePart> parts, DecodedImage decoded)
    {
        var file = ImageParts.JoinPicture(parts, decoded.Format);
        return SafeImageDecoder.Inspect(file, limits, out var header) is null && header.Format == decoded.Format
            && header.Width == decoded.Pixels.Width && header.Height == decoded.Pixels.Height ? file : null;
    }

    private static (byte[] File, ImageFormat Format) Encode(DecodedImage decoded) => decoded.Format == ImageFormat.Jpeg
        ? (PixelEncoder.Jpeg(decoded.Pixels), ImageFormat.Jpeg)
        : (PixelEncoder.Png(decoded.Pixels, decoded.Alpha), ImageFormat.Png);
}

using System.Buffers.Binary;

namespace KreaPlatform.ServiceDefaults.Imaging;

/// <summary>
/// Reads format, size and animation from magic bytes and headers alone, without allocating or decoding. Formats: PNG third edition (with acTL
/// for animation), ITU-T T.81 (JPEG), the WebP container, GIF89a.
/// </summary>
public static class ImageHeaderReader
{
    private static ReadOnlySpan<byte> PngSignature => [0x89, (byte)'P', (byte)'N', (byte)'G', 0x0D, 0x0A, 0x1A, 0x0A];

    private static ReadOnlySpan<byte> JpegSignature => [0xFF, 0xD8, 0xFF];

    private static ReadOnlySpan<byte> Vp8StartCode => [0x9D, 0x01, 0x2A];

    /// <summary>Finds the header. On failure <paramref name="error"/> says whether the format is unknown, or the header cut short or wrong.</summary>
    public static bool TryRead(ReadOnlySpan<byte> bytes, out ImageHeader header, out ImageErrorCode error)
    {
        header = default;
        ImageErrorCode? failure;
        if (bytes.IsEmpty) failure = ImageErrorCode.Empty;
        else if (bytes.StartsWith(PngSignature)) failure = ReadPng(bytes, out header);
        else if (bytes.StartsWith(JpegSignature)) failure = ReadJpeg(bytes, out header);
        else if (bytes.StartsWith("GIF87a"u8) || bytes.StartsWith("GIF89a"u8)) failure = ReadGif(bytes, out header);
        else if (bytes.Length >= 12 && bytes.StartsWith("RIFF"u8) && bytes[8..].StartsWith("WEBP"u8)) failure = ReadWebp(bytes, out header);
        else failure = ImageErrorCode.UnsupportedFormat;
        error = failure ?? default;
        return failure is null;
    }

    private static ImageErrorCode? ReadPng(ReadOnlySpan<byte> bytes, out ImageHeader header)
    {
        header = default;
        if (bytes.Length < 33) return ImageErrorCode.Truncated;
        if (BinaryPrimitives.ReadUInt32BigEndian(bytes[8..]) != 13 || !bytes[12..].StartsWith("IHDR"u8)) return ImageErrorCode.Corrupt;
        var width = BinaryPrimitives.ReadUInt32BigEndian(bytes[16..]);
        var height = BinaryPrimitives.ReadUInt32BigEndian(bytes[20..]);

        // acTL must stand before the first IDAT; its first field is the number of frames.
        var animated = false;
        for (long at = 33; at + 8 <= bytes.Length;)
        {
            var chunk = bytes[(int)at..];
            var length = BinaryPrimitives.ReadUInt32BigEndian(chunk);
            if (chunk[4..].StartsWith("IDAT"u8)) break;
            if (chunk[4..].StartsWith("acTL"u8) && chunk.Length >= 12) animated = BinaryPrimitives.ReadUInt32BigEndian(chunk[8..]) > 1;
            at += 12L + length;
        }
        header = new ImageHeader(ImageFormat.Png, width, height, animated);
        return null;
    }

    private static ImageErrorCode? ReadJpeg(ReadOnlySpan<byte> bytes, out ImageHeader header)
    {
        header = default;
        for (var at = 2; ;)
        {
            if (at + 4 > bytes.Length) return ImageErrorCode.Truncated;
            if (bytes[at] != 0xFF) return ImageErrorCode.Corrupt;
            var marker = bytes[at + 1];
            if (marker == 0xFF) { at++; continue; }                              // fill byte
            if (marker is 0x01 or (>= 0xD0 and <= 0xD8)) { at += 2; continue; }  // stand alone, no length
            if (marker is 0xD9 or 0xDA or 0x00) return ImageErrorCode.Corrupt;   // data or the end before any frame
            if (marker is >= 0xC0 and <= 0xCF and not (0xC4 or 0xC8 or 0xCC))
            {
                if (at + 9 > bytes.Length) return ImageErrorCode.Truncated;
                if (bytes[at + 4] != 8) return ImageErrorCode.UnsupportedFormat; // 12-bit samples, lossless
                header = new ImageHeader(ImageFormat.Jpeg, BinaryPrimitives.ReadUInt16BigEndian(bytes[(at + 7)..]),
                    BinaryPrimitives.ReadUInt16BigEndian(bytes[(at + 5)..]), IsAnimated: false);
                return null;
            }
            var length = BinaryPrimitives.ReadUInt16BigEndian(bytes[(at + 2)..]);
            if (length < 2) return ImageErrorCode.Corrupt;
            at += 2 + length;
        }
    }

    private static ImageErrorCode? ReadWebp(ReadOnlySpan<byte> bytes, out ImageHeader header)
    {
        header = default;
        if (bytes.Length < 30 || BinaryPrimitives.ReadUInt32LittleEndian(bytes[4..]) + 8L > bytes.Length) return ImageErrorCode.Truncated;
        var kind = bytes[12..16];
        var data = bytes[20..];
        if (kind.SequenceEqual("VP8X"u8))
        {
            long width = 1 + (data[4] | data[5] << 8 | data[6] << 16), height = 1 + (data[7] | data[8] << 8 | data[9] << 16);
            header = new ImageHeader(ImageFormat.Webp, width, height, (data[0] & 0x02) != 0);
        }
        else if (kind.SequenceEqual("VP8L"u8))
        {
            if (data[0] != 0x2F) return ImageErrorCode.Corrupt;
            var packed = BinaryPrimitives.ReadUInt32LittleEndian(data[1..]);
            header = new ImageHeader(ImageFormat.Webp, 1 + (packed & 0x3FFF), 1 + (packed >> 14 & 0x3FFF), false);
        }
        else if (kind.SequenceEqual("VP8 "u8))
        {
            if (!data[3..].StartsWith(Vp8StartCode)) return ImageErrorCode.Corrupt;
            header = new ImageHeader(ImageFormat.Webp, BinaryPrimitives.ReadUInt16LittleEndian(data[6..]) & 0x3FFF,
                BinaryPrimitives.ReadUInt16LittleEndian(data[8..]) & 0x3FFF, false);
        }
        else return ImageErrorCode.Corrupt;
        return null;
    }

    private static ImageErrorCode? ReadGif(ReadOnlySpan<byte> bytes, out ImageHeader header)
    {
        header = default;
        if (bytes.Length < 13) return ImageErrorCode.Truncated;
        long width = BinaryPrimitives.ReadUInt16LittleEndian(bytes[6..]), height = BinaryPrimitives.ReadUInt16LittleEndian(bytes[8..]);
        var frames = 0;
        var at = 13 + ColorTable(bytes[10]);
        while (frames < 2 && at < bytes.Length)
        {
            if (bytes[at] == 0x3B) break;
            if (bytes[at] == 0x2C)
            {
                if (at + 11 > bytes.Length) break;
                // Decoders grow the canvas to a frame that reaches beyond it.
                width = Math.Max(width, BinaryPrimitives.ReadUInt16LittleEndian(bytes[(at + 1)..])
                    + BinaryPrimitives.ReadUInt16LittleEndian(bytes[(at + 5)..]));
                height = Math.Max(height, BinaryPrimitives.ReadUInt16LittleEndian(bytes[(at + 3)..])
                    + BinaryPrimitives.ReadUInt16LittleEndian(bytes[(at + 7)..]));
                frames++;
                at += 11 + ColorTable(bytes[at + 9]);
            }
            else if (bytes[at] == 0x21) at += 2;
            else return ImageErrorCode.Corrupt;
            while (at < bytes.Length && bytes[at] != 0) at += 1 + bytes[at];     // data sub-blocks up to the empty one
            at++;
        }
        if (frames == 0) return ImageErrorCode.Truncated;
        header = new ImageHeader(ImageFormat.Gif, width, height, frames > 1);
        return null;

        static int ColorTable(byte flags) => (flags & 0x80) == 0 ? 0 : 3 << ((flags & 7) + 1);
    }
}

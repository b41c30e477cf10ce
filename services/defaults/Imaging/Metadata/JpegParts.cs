using System.Buffers.Binary;

namespace KreaPlatform.ServiceDefaults.Imaging.Metadata;

/// <summary>The segments of a JPEG file (ITU-T T.81 annex B; XMP part 3 section 1.1.3; C2PA section "Embedding manifests into JPEG").</summary>
internal static class JpegParts
{
    private const int FourComponents = 4;

    private static ReadOnlySpan<byte> XmpName => "http://ns.adobe.com/xap/1.0/\0"u8;

    public static List<ImagePart>? Split(ReadOnlyMemory<byte> file)
    {
        var bytes = file.Span;
        var parts = new List<ImagePart> { new(ImagePartKind.Picture, file[..2]) };
        for (var at = 2; at + 2 <= bytes.Length;)
        {
            if (bytes[at] != 0xFF) return null;
            var marker = bytes[at + 1];
            if (marker == 0xFF) { at++; continue; }
            if (marker == 0xD9)
            {
                // What stands behind the end (second pictures, films, archives) is no part of the picture.
                parts.Add(new(ImagePartKind.Picture, file.Slice(at, 2)));
                return parts;
            }
            if (at + 4 > bytes.Length) return null;
            var end = at + 2 + BinaryPrimitives.ReadUInt16BigEndian(bytes[(at + 2)..]);
            if (end < at + 4 || end > bytes.Length) return null;
            // Viewers don't agree about the colours of four components.
            if (IsFrame(marker) && end >= at + 10 && bytes[at + 9] == FourComponents) return null;
            if (marker == 0xDA) end = EndOfScan(bytes, end);
            parts.Add(Part(marker, file[at..end]));
            at = end;
        }
        return null;
    }

    private static bool IsFrame(byte marker) => marker is >= 0xC0 and <= 0xCF and not (0xC4 or 0xC8 or 0xCC);

    // Samples go on until a marker that is neither a stuffed byte nor a restart.
    private static int EndOfScan(ReadOnlySpan<byte> bytes, int at)
    {
        while (at + 1 < bytes.Length)
        {
            var next = bytes[at..].IndexOf((byte)0xFF);
            if (next < 0) break;
            at += next;
            if (at + 1 < bytes.Length && bytes[at + 1] is not (0x00 or 0xFF or (>= 0xD0 and <= 0xD7))) return at;
            at += at + 1 < bytes.Length && bytes[at + 1] == 0xFF ? 1 : 2;
        }
        return bytes.Length;
    }

    private static ImagePart Part(byte marker, ReadOnlyMemory<byte> segment)
    {
        var data = segment[4..];
        var text = data.Span;
        return marker switch
        {
            0xE0 => new(text.StartsWith("JFIF\0"u8) ? ImagePartKind.Picture : ImagePartKind.Other, segment),
            0xE1 when text.StartsWith(XmpName) => new(ImagePartKind.Xmp, segment, data[XmpName.Length..]),
            0xE2 => new(text.StartsWith("ICC_PROFILE\0"u8) ? ImagePartKind.Picture : ImagePartKind.Other, segment),
            0xEB when text.StartsWith("JP"u8) && text.Length > 16 => new(ImagePartKind.Manifest, segment, Jumbf(data)),
            0xEE => new(text.StartsWith("Adobe"u8) ? ImagePartKind.Picture : ImagePartKind.Other, segment),
            >= 0xE0 and <= 0xEF or 0xFE => new(ImagePartKind.Other, segment),
            _ => new(ImagePartKind.Picture, segment),
        };
    }

    // "JP", instance (2), sequence (4), then the box; segments after the first repeat the box's length and type (ISO/IEC 19566-5 annex D).
    private static ReadOnlyMemory<byte> Jumbf(ReadOnlyMemory<byte> data) =>
        BinaryPrimitives.ReadUInt32BigEndian(data.Span[4..]) <= 1 ? data[8..] : data[16..];
}

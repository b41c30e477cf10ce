using System.Buffers.Binary;

namespace KreaPlatform.ServiceDefaults.Imaging.Metadata;

/// <summary>The chunks of a WebP file (RFC 9649).</summary>
internal static class WebpParts
{
    private const int HeaderLength = 12;
    private const int Framing = 8;
    private const byte ExifFlag = 0x08, XmpFlag = 0x04, AnimationFlag = 0x02;

    public static List<ImagePart>? Split(ReadOnlyMemory<byte> file)
    {
        var bytes = file.Span;
        var parts = new List<ImagePart> { new(ImagePartKind.Picture, file[..HeaderLength]) };
        var end = Math.Min(bytes.Length, BinaryPrimitives.ReadUInt32LittleEndian(bytes[4..]) + 8L);
        var hasImage = false;
        for (var at = HeaderLength; at + Framing <= end;)
        {
            var length = BinaryPrimitives.ReadUInt32LittleEndian(bytes[(at + 4)..]);
            if (length > end - at - Framing) return null;
            // Odd chunks are padded; the last one's padding is sometimes missing, and then the file can't simply be put together again.
            var padded = length + (length & 1);
            if (padded > end - at - Framing) return null;
            var chunk = file.Slice(at, (int)padded + Framing);
            var data = chunk.Slice(Framing, (int)length);
            var type = chunk.Span[..4];
            if (type.SequenceEqual("VP8 "u8) || type.SequenceEqual("VP8L"u8))
            {
                hasImage = true;
                parts.Add(new(ImagePartKind.Picture, chunk));
            }
            else if (type.SequenceEqual("VP8X"u8) || type.SequenceEqual("ALPH"u8) || type.SequenceEqual("ICCP"u8)) parts.Add(new(ImagePartKind.Picture, chunk));
            else if (type.SequenceEqual("XMP "u8)) parts.Add(new(ImagePartKind.Xmp, chunk, data));
            else if (type.SequenceEqual("C2PA"u8)) parts.Add(new(ImagePartKind.Manifest, chunk, data));
            else parts.Add(new(ImagePartKind.Other, chunk));
            at += chunk.Length;
        }
        return hasImage ? parts : null;
    }

    /// <summary>Makes the header of a shortened file true again: its length, and the flags of chunks that are gone.</summary>
    public static void CorrectHeader(Span<byte> file)
    {
        BinaryPrimitives.WriteUInt32LittleEndian(file[4..], (uint)file.Length - 8);
        if (file[HeaderLength..].StartsWith("VP8X"u8)) file[HeaderLength + Framing] &= unchecked((byte)~(ExifFlag | XmpFlag | AnimationFlag));
    }
}

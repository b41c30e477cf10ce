using System.Buffers.Binary;
using System.IO.Compression;

namespace KreaPlatform.ServiceDefaults.Imaging.Metadata;

/// <summary>The chunks of a PNG file (PNG third edition; XMP part 3 section 1.1.5; C2PA's chunk caBX).</summary>
internal static class PngParts
{
    private const int SignatureLength = 8;
    private const int Framing = 12;
    private const int LongestXmp = 1 << 20;

    // Chunks that change what the samples look like; whatever else is ancillary can be left out.
    private static readonly string[] Colour = ["tRNS", "gAMA", "cHRM", "sRGB", "iCCP", "cICP", "sBIT", "mDCV", "cLLI"];

    private static ReadOnlySpan<byte> XmpKeyword => "XML:com.adobe.xmp\0"u8;

    public static List<ImagePart>? Split(ReadOnlyMemory<byte> file)
    {
        var bytes = file.Span;
        var parts = new List<ImagePart> { new(ImagePartKind.Picture, file[..SignatureLength]) };
        for (var at = SignatureLength; at + Framing <= bytes.Length;)
        {
            var length = BinaryPrimitives.ReadUInt32BigEndian(bytes[at..]);
            if (length > bytes.Length - at - Framing) return null;
            var chunk = file.Slice(at, (int)length + Framing);
            var type = System.Text.Encoding.Latin1.GetString(chunk.Span.Slice(4, 4));
            var data = chunk[8..^4];
            switch (type)
            {
                case "IHDR" or "PLTE" or "IDAT":
                    parts.Add(new(ImagePartKind.Picture, chunk));
                    break;
                case "IEND":
                    parts.Add(new(ImagePartKind.Picture, chunk));
                    return parts;
                case "iTXt" when data.Span.StartsWith(XmpKeyword):
                    parts.Add(new(ImagePartKind.Xmp, chunk, Xmp(data[XmpKeyword.Length..])));
                    break;
                case "caBX":
                    parts.Add(new(ImagePartKind.Manifest, chunk, data));
                    break;
                case var critical when char.IsAsciiLetterUpper(critical[0]):
                    return null;
                default:
                    parts.Add(new(Colour.Contains(type) ? ImagePartKind.Picture : ImagePartKind.Other, chunk));
                    break;
            }
            at += chunk.Length;
        }
        return null;
    }

    // Whether compressed (1), method (1), language and translated keyword, each ended by a zero, then the text.
    private static ReadOnlyMemory<byte> Xmp(ReadOnlyMemory<byte> data)
    {
        if (data.Length < 2) return default;
        var isCompressed = data.Span[0] == 1;
        var text = data[2..];
        for (var i = 0; i < 2; i++)
        {
            var end = text.Span.IndexOf((byte)0);
            if (end < 0) return default;
            text = text[(end + 1)..];
        }
        return isCompressed ? Inflate(text) : text;
    }

    private static ReadOnlyMemory<byte> Inflate(ReadOnlyMemory<byte> data)
    {
        try
        {
            using var inflated = new ZLibStream(new MemoryStream(data.ToArray()), CompressionMode.Decompress);
            var text = new byte[LongestXmp];
            return text.AsMemory(0, inflated.ReadAtLeast(text, text.Length, throwOnEndOfStream: false));
        }
        catch (InvalidDataException)
        {
            return default;
        }
    }
}

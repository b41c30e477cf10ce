using System.Buffers.Binary;
using System.Formats.Cbor;
using System.IO.Compression;
using System.Text;

namespace KreaPlatform.Vision.Tests.Imaging;

/// <summary>Image files that say what may be done with them: XMP packets and C2PA manifest stores, put where each format has them.</summary>
internal static class RightsFiles
{
    public const string Prohibited = "http://ns.useplus.org/ldf/vocab/DMI-PROHIBITED-GENAIMLTRAINING";

    /// <summary>An XMP packet with the PLUS property as attribute, text or resource.</summary>
    public static byte[] Xmp(string value, string how) => Encoding.UTF8.GetBytes(
        "<?xpacket begin='\uFEFF' id='W5M0MpCehiHzreSzNTczkc9d'?><x:xmpmeta xmlns:x='adobe:ns:meta/'><rdf:RDF xmlns:rdf='http://www.w3.org/1999/02/22-rdf-syntax-ns#'>"
        + "<rdf:Description rdf:about='' xmlns:plus='http://ns.useplus.org/ldf/xmp/1.0/' xmlns:dc='http://purl.org/dc/elements/1.1/' "
        + how switch
        {
            "attribute" => $"plus:DataMining='{value}'><dc:format>image/jpeg</dc:format></rdf:Description>",
            "text" => $"><plus:DataMining>{value}</plus:DataMining></rdf:Description>",
            _ => $"><plus:DataMining rdf:resource='{value}'/></rdf:Description>",
        }
        + "</rdf:RDF></x:xmpmeta><?xpacket end='w'?>");

    /// <summary>A manifest store with an ingredient's manifest, which allows everything, before the active one.</summary>
    public static byte[] Store(string label, params (string Subject, string Use)[] entries) => Superbox("c2pa",
        Superbox("urn:uuid:1", Superbox("c2pa.assertions", Assertion(label, [.. entries.Select(e => (e.Subject, "allowed"))]))),
        Superbox("urn:uuid:2", Superbox("c2pa.assertions", Superbox("c2pa.actions", Box("cbor", [0xA0])), Assertion(label, entries)), Superbox("c2pa.claim", Box("cbor", [0xA0]))));

    public static byte[] InJpeg(byte[] jpeg, byte[]? xmp, byte[]? store)
    {
        byte[] file = [0xFF, 0xD8];
        if (xmp is not null) file = [.. file, .. Segment(0xE1, [.. "http://ns.adobe.com/xap/1.0/\0"u8, .. xmp])];
        if (store is not null)
        {
            // A store is cut into segments, which repeat the box's head.
            const int size = 100;
            for (int at = 8, number = 1; at < store.Length; at += size, number++)
                file = [.. file, .. Segment(0xEB, [.. "JP"u8, 0, 1, 0, 0, 0, (byte)number, .. store[..8], .. store[at..Math.Min(store.Length, at + size)]])];
        }
        return [.. file, .. Segment(0xFE, [.. "a comment"u8]), .. Segment(0xED, [.. "Photoshop 3.0\0"u8]), .. jpeg[2..], .. "and a film behind the end"u8];
    }

    public static byte[] InPng(byte[]? xmp, byte[]? store, bool compressed)
    {
        var extra = new List<byte[]> { PngFile.Chunk("tEXt", [.. "Author\0me"u8]), PngFile.Chunk("eXIf", new byte[20]), PngFile.Chunk("gAMA", [0, 0, 0xB1, 0x8F]) };
        if (xmp is not null)
        {
            using var deflated = new MemoryStream();
            using (var zlib = new ZLibStream(deflated, CompressionLevel.Fastest, leaveOpen: true)) zlib.Write(xmp);
            extra.Add(PngFile.Chunk("iTXt", [.. "XML:com.adobe.xmp\0"u8, (byte)(compressed ? 1 : 0), 0, 0, 0, .. compressed ? deflated.ToArray() : xmp]));
        }
        if (store is not null) extra.Add(PngFile.Chunk("caBX", store));
        return [.. PngFile.WriteRgb(9, 7, (x, y) => ((byte)(x * 20), (byte)(y * 30), 9), [.. extra]), .. "trailing"u8];
    }

    public static byte[] InWebp(byte[] webp, int width, int height, byte[]? xmp, byte[]? store)
    {
        byte[] image = webp[12..];
        // An encoder that writes a colour profile has written the extended header already.
        if (image.AsSpan().StartsWith("VP8X"u8)) image[8] |= 0x0C;
        else image = [.. Chunk("VP8X", [0x0C, 0, 0, 0, (byte)(width - 1), 0, 0, (byte)(height - 1), 0, 0]), .. image];
        byte[] chunks = [.. image, .. Chunk("EXIF", new byte[21])];
        if (xmp is not null) chunks = [.. chunks, .. Chunk("XMP ", xmp)];
        if (store is not null) chunks = [.. chunks, .. Chunk("C2PA", store)];
        return [.. "RIFF"u8, .. BitConverter.GetBytes(4 + chunks.Length), .. "WEBP"u8, .. chunks];
    }

    private static byte[] Assertion(string label, (string Subject, string Use)[] entries)
    {
        var cbor = new CborWriter();
        cbor.WriteStartMap(2);
        cbor.WriteTextString("metadata");
        cbor.WriteStartMap(0);
        cbor.WriteEndMap();
        cbor.WriteTextString("entries");
        cbor.WriteStartMap(entries.Length);
        foreach (var (subject, use) in entries)
        {
            cbor.WriteTextString(subject);
            cbor.WriteStartMap(2);
            cbor.WriteTextString("constraint_info");
            cbor.WriteTextString("see the site");
            cbor.WriteTextString("use");
            cbor.WriteTextString(use);
            cbor.WriteEndMap();
        }
        cbor.WriteEndMap();
        cbor.WriteEndMap();
        return Superbox(label, Box("cbor", cbor.Encode()));
    }

    private static byte[] Superbox(string label, params byte[][] boxes) =>
        Box("jumb", [.. Box("jumd", [.. new byte[16], 0x03, .. Encoding.UTF8.GetBytes(label), 0]), .. boxes.SelectMany(b => b)]);

    private static byte[] Box(string type, byte[] content)
    {
        var box = new byte[8 + content.Length];
        BinaryPrimitives.WriteInt32BigEndian(box, box.Length);
        Encoding.ASCII.GetBytes(type, box.AsSpan(4));
        content.CopyTo(box, 8);
        return box;
    }

    private static byte[] Segment(byte marker, byte[] data) => [0xFF, marker, (byte)((data.Length + 2) >> 8), (byte)(data.Length + 2), .. data];

    private static byte[] Chunk(string type, byte[] data) => [.. Encoding.ASCII.GetBytes(type), .. BitConverter.GetBytes(data.Length), .. data, .. new byte[data.Length % 2]];
}

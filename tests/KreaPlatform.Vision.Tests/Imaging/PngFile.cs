using System.Buffers.Binary;
using System.IO.Compression;

namespace KreaPlatform.Vision.Tests.Imaging;

/// <summary>Writes PNG files of every kind, chunk by chunk.</summary>
internal static class PngFile
{
    public const byte Grey = 0, Rgb = 2, Rgba = 6;

    /// <summary>A PNG of a colour type and depth; rows are its raw scan lines, without filter bytes.</summary>
    public static byte[] Write(uint width, uint height, byte depth, byte colorType, byte[][] rows, params byte[][] extraChunks)
    {
        using var raw = new MemoryStream();
        using (var zlib = new ZLibStream(raw, CompressionLevel.Fastest, leaveOpen: true))
            foreach (var row in rows) { zlib.WriteByte(0); zlib.Write(row); }
        return [0x89, .. "PNG\r\n\u001a\n"u8, .. Header(width, height, depth, colorType), .. extraChunks.SelectMany(c => c),
            .. Chunk("IDAT", raw.ToArray()), .. Chunk("IEND", [])];
    }

    /// <summary>A PNG of 8-bit RGB pixels.</summary>
    public static byte[] WriteRgb(int width, int height, Func<int, int, (byte R, byte G, byte B)> pixel, params byte[][] extraChunks) =>
        Write((uint)width, (uint)height, 8, Rgb, [.. Enumerable.Range(0, height).Select(y => Enumerable.Range(0, width)
            .SelectMany(x => { var (r, g, b) = pixel(x, y); return new[] { r, g, b }; }).ToArray())], extraChunks);

    /// <summary>The chunk that makes a PNG an animation of some frames.</summary>
    public static byte[] AnimationControl(uint frames)
    {
        var data = new byte[8];
        BinaryPrimitives.WriteUInt32BigEndian(data, frames);
        return Chunk("acTL", data);
    }

    public static byte[] Chunk(string type, byte[] data)
    {
        var chunk = new byte[12 + data.Length];
        BinaryPrimitives.WriteUInt32BigEndian(chunk, (uint)data.Length);
        for (var i = 0; i < 4; i++) chunk[4 + i] = (byte)type[i];
        data.CopyTo(chunk, 8);
        BinaryPrimitives.WriteUInt32BigEndian(chunk.AsSpan(8 + data.Length), Crc(chunk.AsSpan(4, 4 + data.Length)));
        return chunk;
    }

    private static byte[] Header(uint width, uint height, byte depth, byte colorType)
    {
        var data = new byte[13];
        BinaryPrimitives.WriteUInt32BigEndian(data, width);
        BinaryPrimitives.WriteUInt32BigEndian(data.AsSpan(4), height);
        (data[8], data[9]) = (depth, colorType);
        return Chunk("IHDR", data);
    }

    private static uint Crc(ReadOnlySpan<byte> bytes)
    {
        var crc = 0xFFFFFFFFu;
        foreach (var b in bytes)
        {
            crc ^= b;
            for (var bit = 0; bit < 8; bit++) crc = (crc >> 1) ^ (0xEDB88320u & (0u - (crc & 1)));
        }
        return ~crc;
    }
}

using System.Buffers.Binary;
using SkiaSharp;

namespace KreaPlatform.Vision.Tests.Imaging;

/// <summary>Writes JPEG files: photographs by Skia, and by hand what Skia does not write (CMYK, EXIF, headers that lie).</summary>
internal static class JpegFile
{
    /// <summary>An RGB JPEG of high quality.</summary>
    public static byte[] Write(int width, int height, Func<int, int, SKColor> pixel) =>
        Encoded.Write(width, height, pixel, SKEncodedImageFormat.Jpeg, 98);

    /// <summary>The file with an EXIF segment that says how the camera was held (1 to 8).</summary>
    public static byte[] WithOrientation(byte[] jpeg, byte orientation)
    {
        byte[] tiff = [(byte)'I', (byte)'I', 42, 0, 8, 0, 0, 0, 1, 0, 0x12, 0x01, 3, 0, 1, 0, 0, 0, orientation, 0, 0, 0, 0, 0, 0, 0];
        return [0xFF, 0xD8, .. Segment(0xE1, [.. "Exif\0\0"u8, .. tiff]), .. jpeg[2..]];
    }

    /// <summary>The file with another size in its frame header.</summary>
    public static byte[] WithDeclaredSize(byte[] jpeg, ushort width, ushort height)
    {
        byte[] copy = [.. jpeg];
        for (var at = 2; ; at += 2 + BinaryPrimitives.ReadUInt16BigEndian(copy.AsSpan(at + 2)))
        {
            if (copy[at + 1] is not (0xC0 or 0xC2)) continue;
            BinaryPrimitives.WriteUInt16BigEndian(copy.AsSpan(at + 5), height);
            BinaryPrimitives.WriteUInt16BigEndian(copy.AsSpan(at + 7), width);
            return copy;
        }
    }

    /// <summary>
    /// A baseline CMYK JPEG of one flat colour, samples as stored (Adobe stores them inverted: 255 is no ink). With a quantiser of 8, the DC
    /// coefficient of a flat block is its sample minus 128, and every block after the first is "no change, end of block".
    /// </summary>
    public static byte[] FlatCmyk(ushort side, byte c, byte m, byte y, byte k)
    {
        byte[] components = [1, 2, 3, 4];
        var bits = new List<bool>();
        for (var block = 0; block < side / 8 * (side / 8); block++)
            foreach (var sample in (byte[])[c, m, y, k])
            {
                var dc = block == 0 ? sample - 128 : 0;
                var size = dc == 0 ? 0 : 1 + (int)Math.Log2(Math.Abs(dc));
                Push(size, 4);                                         // codes of the table below: category n is n in four bits
                Push(dc < 0 ? dc + (1 << size) - 1 : dc, size);
                bits.Add(false);                                       // end of block
            }
        while (bits.Count % 8 != 0) bits.Add(true);
        var scan = bits.Chunk(8).Select(b => (byte)b.Aggregate(0, (v, bit) => v << 1 | (bit ? 1 : 0)))
            .SelectMany(b => b == 0xFF ? new byte[] { b, 0 } : [b]);
        return
        [
            0xFF, 0xD8,
            .. Segment(0xEE, [.. "Adobe"u8, 0, 100, 0, 0, 0, 0, 0]),
            .. Segment(0xDB, [0, .. Enumerable.Repeat((byte)8, 64)]),
            .. Segment(0xC0, [8, (byte)(side >> 8), (byte)side, (byte)(side >> 8), (byte)side, 4,
                .. components.SelectMany(i => new byte[] { i, 0x11, 0 })]),
            .. Segment(0xC4, [0x00, 0, 0, 0, 9, .. new byte[12], 0, 1, 2, 3, 4, 5, 6, 7, 8]),
            .. Segment(0xC4, [0x10, 1, .. new byte[15], 0]),
            .. Segment(0xDA, [4, .. components.SelectMany(i => new byte[] { i, 0 }), 0, 63, 0]),
            .. scan, 0xFF, 0xD9,
        ];

        void Push(int value, int count)
        {
            for (var i = count - 1; i >= 0; i--) bits.Add((value >> i & 1) != 0);
        }
    }

    private static byte[] Segment(byte marker, byte[] data) => [0xFF, marker, (byte)((data.Length + 2) >> 8), (byte)(data.Length + 2), .. data];
}

using System.Buffers.Binary;
using SkiaSharp;

namespace KreaPlatform.Vision.Tests.Imaging;

/// <summary>GIF and WebP files by hand.</summary>
internal static class OtherFiles
{
    /// <summary>A 2 x 2 GIF in red and blue of some frames; clear codes keep LZW at three bits.</summary>
    public static byte[] Gif(int frames)
    {
        // clear(4) 0 1 clear(4) 1 0 end(5), three bits each, least significant first
        int[] codes = [4, 0, 1, 4, 1, 0, 5];
        var packed = 0;
        for (var i = 0; i < codes.Length; i++) packed |= codes[i] << (3 * i);
        byte[] frame = [0x2C, 0, 0, 0, 0, 2, 0, 2, 0, 0, 2, 3, (byte)packed, (byte)(packed >> 8), (byte)(packed >> 16), 0];
        return [.. "GIF89a"u8, 2, 0, 2, 0, 0x80, 0, 0, 255, 0, 0, 0, 0, 255, .. Enumerable.Repeat(frame, frames).SelectMany(f => f), 0x3B];
    }

    public static byte[] Webp(int width, int height, Func<int, int, SKColor> pixel, int quality) =>
        Encoded.Write(width, height, pixel, SKEncodedImageFormat.Webp, quality);

    /// <summary>A WebP animation of two frames.</summary>
    public static byte[] AnimatedWebp()
    {
        var still = Webp(16, 16, Encoded.Pattern, 80);
        byte[] frame = [0, 0, 0, 0, 0, 0, 15, 0, 0, 15, 0, 0, 100, 0, 0, 0, .. Bitstream(still)];
        return Riff([.. Extended(16, 16, 0x02), .. Chunk("ANIM", new byte[6]), .. Chunk("ANMF", frame), .. Chunk("ANMF", frame)]);
    }

    /// <summary>A small WebP whose extended header claims a size (at most 2^24 a side).</summary>
    public static byte[] WebpDeclaring(int width, int height) =>
        Riff([.. Extended(width, height, 0), .. Bitstream(Webp(16, 16, Encoded.Pattern, 80))]);

    // What follows the RIFF header, from the first image chunk on.
    private static byte[] Bitstream(byte[] webp)
    {
        for (var at = 12; ; at += 8 + (int)BinaryPrimitives.ReadUInt32LittleEndian(webp.AsSpan(at + 4)))
            if (webp.AsSpan(at).StartsWith("VP8 "u8) || webp.AsSpan(at).StartsWith("VP8L"u8)) return webp[at..];
    }

    private static byte[] Extended(int width, int height, byte flags)
    {
        var (w, h) = (width - 1, height - 1);
        return Chunk("VP8X", [flags, 0, 0, 0, (byte)w, (byte)(w >> 8), (byte)(w >> 16), (byte)h, (byte)(h >> 8), (byte)(h >> 16)]);
    }

    private static byte[] Riff(byte[] chunks) => [.. "RIFF"u8, .. BitConverter.GetBytes(4 + chunks.Length), .. "WEBP"u8, .. chunks];

    private static byte[] Chunk(string type, byte[] data) =>
        [.. type.Select(c => (byte)c), .. BitConverter.GetBytes(data.Length), .. data, .. new byte[data.Length % 2]];
}

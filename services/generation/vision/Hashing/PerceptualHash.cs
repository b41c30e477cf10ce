using System.Numerics;
using System.Numerics.Tensors;
using KreaPlatform.ServiceDefaults.Imaging;

namespace KreaPlatform.Vision.Hashing;

/// <summary>
/// A 64-bit hash that near-duplicates share up to a few bits: re-encoding, resizing and mild grading keep it, another picture changes about half
/// of it. Method: the DCT hash of Zauner, "Implementation and Benchmarking of Perceptual Image Hash Functions" (2010): luma at 32 x 32, its DCT-II,
/// the 8 x 8 lowest frequencies without the constant ones, one bit each for lying above their median.
/// </summary>
public static class PerceptualHash
{
    private const int Side = 32, Kept = 8;
    private static readonly float[] Cosines = CosineTable();

    /// <summary>The hash of an image.</summary>
    public static ulong Of(PixelPlanes image)
    {
        // 1. Luma (BT.601) at 32 x 32.
        var small = Resampler.Resample(image, Side, Side);
        var luma = new float[Side * Side];
        for (var i = 0; i < luma.Length; i++)
            luma[i] = 0.299f * small.Values[i] + 0.587f * small.Values[Side * Side + i] + 0.114f * small.Values[2 * Side * Side + i];

        // 2. Lowest frequencies (1..8, 1..8) of its DCT, rows first.
        var rows = new float[Side * Kept];
        for (var y = 0; y < Side; y++)
            for (var u = 0; u < Kept; u++)
                rows[y * Kept + u] = TensorPrimitives.Dot(luma.AsSpan(y * Side, Side), Cosines.AsSpan(u * Side, Side));
        Span<float> low = stackalloc float[Kept * Kept];
        for (var v = 0; v < Kept; v++)
            for (var u = 0; u < Kept; u++)
                for (var y = 0; y < Side; y++)
                    low[v * Kept + u] += rows[y * Kept + u] * Cosines[v * Side + y];

        // 3. Bits above the median; the margin keeps rounding noise of a flat picture out.
        Span<float> sorted = stackalloc float[Kept * Kept];
        low.CopyTo(sorted);
        sorted.Sort();
        var median = (sorted[31] + sorted[32]) / 2 + 1e-4f;
        ulong hash = 0;
        for (var i = 0; i < low.Length; i++) if (low[i] > median) hash |= 1ul << i;
        return hash;
    }

    /// <summary>How many of the 64 bits differ: below about 10 the same picture, around 32 unrelated ones.</summary>
    public static int Distance(ulong a, ulong b) => BitOperations.PopCount(a ^ b);

    private static float[] CosineTable()
    {
        var table = new float[Kept * Side];
        for (var u = 0; u < Kept; u++)
            for (var x = 0; x < Side; x++)
                table[u * Side + x] = (float)Math.Cos(Math.PI * (u + 1) * (x + 0.5) / Side);
        return table;
    }
}

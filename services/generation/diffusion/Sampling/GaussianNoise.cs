namespace KreaPlatform.Diffusion.Sampling;

/// <summary>
/// Standard normal numbers, a pure function of seed, stream and index: Philox4x32-10 keyed by the seed, then the Box-Muller transform in double, rounded to float.
/// Same bits on every machine and run: only integer operations and IEEE + - * / sqrt are used, logarithm, sine and cosine being the polynomials below,
/// since those of C libraries differ in their last bits.
/// </summary>
internal static class GaussianNoise
{
    /// <summary>Stream of the initial latents.</summary>
    public const uint LatentStream = 0;

    /// <summary>Stream of the context noise (diversity).</summary>
    public const uint ContextStream = 1;

    private const double Word = 1.0 / 4294967296.0, Ln2 = 0.693147180559945309417232121458, HalfPi = 1.57079632679489661923132169164;

    /// <summary>Fills <paramref name="noise"/> with numbers 0, 1, 2, ... of a stream.</summary>
    public static void Fill(ulong seed, uint stream, Span<float> noise)
    {
        for (int i = 0; i < noise.Length; i += 4)
        {
            var (w0, w1, w2, w3) = Philox.Block(seed, (ulong)(i / 4), stream);
            var (n0, n1) = BoxMuller(w0, w1);
            var (n2, n3) = BoxMuller(w2, w3);
            ReadOnlySpan<float> four = [n0, n1, n2, n3];
            four[..Math.Min(4, noise.Length - i)].CopyTo(noise[i..]);
        }
    }

    /// <summary>The packed initial latents of a seed.</summary>
    public static float[] Latents(ulong seed, int length)
    {
        var noise = new float[length];
        Fill(seed, LatentStream, noise);
        return noise;
    }

    private static (float, float) BoxMuller(uint a, uint b)
    {
        // Half a step off, so that the logarithm never sees 0.
        double radius = Math.Sqrt(-2 * Log((a + 0.5) * Word));
        var (sin, cos) = SinCosOfTurn(b);
        return ((float)(radius * cos), (float)(radius * sin));
    }

    /// <summary>ln x of a normal positive number: x = m * 2^e with m in [sqrt(1/2), sqrt(2)), and ln m = 2 artanh((m - 1) / (m + 1)).</summary>
    internal static double Log(double x)
    {
        long bits = BitConverter.DoubleToInt64Bits(x);
        int exponent = (int)(bits >> 52) - 1023;
        double m = BitConverter.Int64BitsToDouble((bits & 0x000FFFFFFFFFFFFF) | 0x3FF0000000000000);
        if (m > 1.41421356237309504880)
        {
            m *= 0.5;
            exponent++;
        }
        double t = (m - 1) / (m + 1), t2 = t * t, sum = 0;
        for (int k = 23; k >= 1; k -= 2)
            sum = sum * t2 + 1.0 / k;
        return exponent * Ln2 + 2 * t * sum;
    }

    /// <summary>Sine and cosine of 2 pi (b + 1/2) / 2^32: the quadrant from the two top bits, Taylor polynomials about its middle.</summary>
    internal static (double Sin, double Cos) SinCosOfTurn(uint b)
    {
        double x = ((b & 0x3FFFFFFF) + 0.5) * (4 * Word) * HalfPi - HalfPi / 2, x2 = x * x, s = 0, c = 0;
        for (int k = 19; k >= 3; k -= 2)
            s = (s + 1) * -x2 / (k * (k - 1));
        for (int k = 20; k >= 2; k -= 2)
            c = (c + 1) * -x2 / (k * (k - 1));
        // The middle of the quadrant is at an eighth of a turn, where sine and cosine are both sqrt(1/2).
        var (sin, cos) = (x * (s + 1), c + 1);
        double root = Math.Sqrt(0.5);
        var (sine, cosine) = (root * (sin + cos), root * (cos - sin));
        return (b >> 30) switch
        {
            0 => (sine, cosine),
            1 => (cosine, -sine),
            2 => (-sine, -cosine),
            _ => (-cosine, sine),
        };
    }
}

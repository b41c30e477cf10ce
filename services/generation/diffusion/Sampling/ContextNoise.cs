namespace KreaPlatform.Diffusion.Sampling;

/// <summary>
/// Annealed noise on the text context, for diversity (CADS: Sadat et al., "CADS: Unleashing the diversity of diffusion models through condition-annealed sampling",
/// 2023, arXiv 2310.17347): strong at the start of the schedule, where composition is decided, gone well before its end. Unlike there, an image keeps one noise over
/// its steps: drawn anew at each it averages out, and with the shipped model makes images duller rather than different.
/// </summary>
internal static class ContextNoise
{
    /// <summary>Times (1 at the start, 0 at the end) at which the noise starts to fall and at which it is gone.</summary>
    private const double Full = 0.9, Gone = 0.4;

    /// <summary>Share of the noise's variance at step <paramref name="step"/> (from 0) of <paramref name="steps"/>, for a diversity in [0, 1].</summary>
    public static double Share(int step, int steps, double diversity)
    {
        double time = 1 - (double)step / steps;
        return diversity * Math.Clamp((time - Gone) / (Full - Gone), 0, 1);
    }

    /// <summary>
    /// Writes <c>sqrt(1 - share) y + sqrt(share) n</c>, then gives every layer the mean and deviation that it had. The noise n has the layer's deviation.
    /// </summary>
    /// <param name="context">y (tokens, layers, width).</param>
    /// <param name="noise">Standard normal numbers of that shape.</param>
    /// <param name="share">Share of the noise's variance, in [0, 1].</param>
    /// <param name="layers">Layers of the context.</param>
    /// <param name="width">Width of a layer.</param>
    /// <param name="result">The noisy context.</param>
    public static void Apply(ReadOnlySpan<float> context, ReadOnlySpan<float> noise, double share, int layers, int width, Span<float> result)
    {
        double keep = Math.Sqrt(1 - share), add = Math.Sqrt(share);
        for (int layer = 0; layer < layers; layer++)
        {
            var (mean, deviation) = Moments(context, layer, layers, width);
            foreach (int token in Tokens(context.Length, layer, layers, width))
            {
                for (int i = token; i < token + width; i++)
                    result[i] = (float)(keep * context[i] + add * deviation * noise[i]);
            }
            var (noisyMean, noisyDeviation) = Moments(result, layer, layers, width);
            double scale = noisyDeviation > 0 ? deviation / noisyDeviation : 0;
            foreach (int token in Tokens(context.Length, layer, layers, width))
            {
                for (int i = token; i < token + width; i++)
                    result[i] = (float)((result[i] - noisyMean) * scale + mean);
            }
        }
    }

    private static (double Mean, double Deviation) Moments(ReadOnlySpan<float> context, int layer, int layers, int width)
    {
        double sum = 0, squares = 0;
        int count = 0;
        foreach (int token in Tokens(context.Length, layer, layers, width))
        {
            foreach (float value in context.Slice(token, width))
            {
                sum += value;
                squares += (double)value * value;
            }
            count += width;
        }
        double mean = sum / count;
        return (mean, Math.Sqrt(Math.Max(0, squares / count - mean * mean)));
    }

    /// <summary>Where each token's numbers of a layer begin.</summary>
    private static IEnumerable<int> Tokens(int length, int layer, int layers, int width)
    {
        for (int at = layer * width; at < length; at += layers * width)
            yield return at;
    }
}

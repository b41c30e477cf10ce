using KreaPlatform.ServiceDefaults.Imaging;

namespace KreaPlatform.Evaluation.Studio;

/// <summary>Plain measures of a picture.</summary>
/// <param name="Colourfulness">
/// Spread and strength of the two opponent colours, on the scale of 8-bit samples: 0 is grey, above about 60 is vivid. Hasler and Süsstrunk, "Measuring colourfulness in
/// natural images" (2003).
/// </param>
/// <param name="Contrast">Standard deviation of luma, in [0, 0.5].</param>
/// <param name="Detail">Mean length of luma's gradient, differences between neighbours: how much of the picture is edge.</param>
/// <param name="Entropy">Bits of the distribution over 8 x 8 x 8 colours, 0 to 9: how many colours share the picture.</param>
/// <param name="Streaks">
/// Coherence of the structure tensor over the whole picture, 0 to 1: 1 when all edges run one way, as motion blur makes them. Bigün and Granlund (1987).
/// </param>
internal sealed record PictureMeasures(double Colourfulness, double Contrast, double Detail, double Entropy, double Streaks)
{
    private const int Levels = 8;

    /// <summary>Measures a picture.</summary>
    public static PictureMeasures Of(RgbImage picture)
    {
        var (width, height) = (picture.Width, picture.Height);
        var luma = new double[width * height];
        var (redGreen, yellowBlue, light) = (new Moments(), new Moments(), new Moments());
        var histogram = new int[Levels * Levels * Levels];
        for (var i = 0; i < luma.Length; i++)
        {
            int r = picture.Samples[3 * i], g = picture.Samples[3 * i + 1], b = picture.Samples[3 * i + 2];
            redGreen.Add(r - g);
            yellowBlue.Add((r + g) / 2.0 - b);
            luma[i] = (0.2126 * r + 0.7152 * g + 0.0722 * b) / 255;
            light.Add(luma[i]);
            histogram[(r * Levels / 256 * Levels + g * Levels / 256) * Levels + b * Levels / 256]++;
        }
        var (detail, streaks) = Gradients(luma, width, height);
        var colourfulness = Math.Sqrt(redGreen.Variance + yellowBlue.Variance)
            + 0.3 * Math.Sqrt(redGreen.Mean * redGreen.Mean + yellowBlue.Mean * yellowBlue.Mean);
        return new PictureMeasures(colourfulness, Math.Sqrt(light.Variance), detail, Entropy2(histogram, luma.Length), streaks);
    }

    private static (double Detail, double Streaks) Gradients(double[] luma, int width, int height)
    {
        double length = 0, xx = 0, yy = 0, xy = 0;
        for (var y = 0; y + 1 < height; y++)
            for (var x = 0; x + 1 < width; x++)
            {
                var at = y * width + x;
                double dx = luma[at + 1] - luma[at], dy = luma[at + width] - luma[at];
                length += Math.Sqrt(dx * dx + dy * dy);
                (xx, yy, xy) = (xx + dx * dx, yy + dy * dy, xy + dx * dy);
            }
        var trace = xx + yy;
        return (length / ((width - 1) * (height - 1)), trace > 0 ? Math.Sqrt((xx - yy) * (xx - yy) + 4 * xy * xy) / trace : 0);
    }

    private static double Entropy2(int[] histogram, int total) =>
        -histogram.Where(count => count > 0).Sum(count => (double)count / total * Math.Log2((double)count / total));

    /// <summary>Mean and variance of numbers as they come.</summary>
    private struct Moments
    {
        private double _count, _sum, _squares;

        public readonly double Mean => _sum / _count;

        public readonly double Variance => Math.Max(0, _squares / _count - Mean * Mean);

        public void Add(double value) => (_count, _sum, _squares) = (_count + 1, _sum + value, _squares + value * value);
    }
}

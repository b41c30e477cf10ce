namespace KreaPlatform.Diffusion.Imaging;

/// <summary>Scaling of pictures by a separable cubic kernel (Catmull-Rom), widened when it shrinks them so that nothing aliases.</summary>
internal static class Resampling
{
    private const double Support = 2;

    /// <summary>Fits a picture to an exact size: scaled until it covers the size, then cropped about its centre. A picture of that size is returned as it is.</summary>
    public static PixelImage Cover(PixelImage image, int width, int height)
    {
        if (image.Width == width && image.Height == height)
            return image;
        double scale = Math.Max((double)width / image.Width, (double)height / image.Height);
        return Resize(image, width, height, scale, scale);
    }

    /// <summary>A window of the given size about the picture's centre, after scaling by the given factors.</summary>
    private static PixelImage Resize(PixelImage image, int width, int height, double scaleX, double scaleY)
    {
        var columns = Taps.Centred(image.Width, width, scaleX);
        var rows = Taps.Centred(image.Height, height, scaleY);
        var narrow = new float[3 * image.Height * width];
        for (int row = 0; row < 3 * image.Height; row++)
        {
            var source = image.Pixels.AsSpan(row * image.Width, image.Width);
            for (int x = 0; x < width; x++)
                narrow[row * width + x] = columns[x].Sum(source, 1);
        }
        var pixels = new float[3 * height * width];
        for (int plane = 0; plane < 3; plane++)
        {
            for (int y = 0; y < height; y++)
            {
                for (int x = 0; x < width; x++)
                    pixels[(plane * height + y) * width + x] = Math.Clamp(rows[y].Sum(narrow.AsSpan(plane * image.Height * width + x), width), 0f, 1f);
            }
        }
        return new PixelImage(width, height, pixels);
    }

    /// <summary>The weights of the source's numbers in one number of the result.</summary>
    private sealed record Taps(int First, float[] Weights)
    {
        public static Taps[] Centred(int source, int target, double scale)
        {
            double widen = Math.Max(1, 1 / scale), origin = (source * scale - target) / 2;
            return [.. Enumerable.Range(0, target).Select(i => At((i + 0.5 + origin) / scale, source, widen))];
        }

        public float Sum(ReadOnlySpan<float> source, int stride)
        {
            float sum = 0;
            for (int i = 0; i < Weights.Length; i++)
                sum += Weights[i] * source[(First + i) * stride];
            return sum;
        }

        private static Taps At(double centre, int source, double widen)
        {
            int first = Math.Max(0, (int)Math.Floor(centre - Support * widen)), last = Math.Min(source - 1, (int)Math.Ceiling(centre + Support * widen));
            var weights = Enumerable.Range(first, last - first + 1).Select(i => Kernel((i + 0.5 - centre) / widen)).ToArray();
            double total = weights.Sum();
            return new Taps(first, [.. weights.Select(weight => (float)(weight / total))]);
        }

        private static double Kernel(double x) => Math.Abs(x) switch
        {
            < 1 and var a => 1.5 * a * a * a - 2.5 * a * a + 1,
            < Support and var a => -0.5 * a * a * a + 2.5 * a * a - 4 * a + 2,
            _ => 0,
        };
    }
}

using System.Numerics.Tensors;

namespace KreaPlatform.ServiceDefaults.Imaging;

/// <summary>
/// Separable resampling of sRGB samples. Where it reduces, each output sample is the exact average of the source area under it (area resampling:
/// no aliasing, means are kept); where it enlarges, it interpolates linearly. Memory: the output and one row, whatever the source.
/// </summary>
public static class Resampler
{
    /// <summary>Scales the whole image to a size.</summary>
    public static PixelPlanes Resample(PixelPlanes image, int width, int height)
    {
        if (width == image.Width && height == image.Height) return image;
        return Resample(image.Width, image.Height, 0, 0, image.Width, image.Height, width, height,
            (plane, y, row) => image.Row(plane, y).CopyTo(row));
    }

    /// <summary>Scales a window of the image, in source pixels and not necessarily whole ones, to a size.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The window is empty, or the size is below 1.</exception>
    public static PixelPlanes Resample(RgbImage image, double left, double top, double windowWidth, double windowHeight, int width, int height) =>
        Resample(image.Width, image.Height, left, top, windowWidth, windowHeight, width, height, (plane, y, row) =>
        {
            var samples = image.Row(y);
            for (int x = 0, s = plane; x < row.Length; x++, s += 3) row[x] = samples[s] / 255f;
        });

    private delegate void RowReader(int plane, int y, Span<float> row);

    private static PixelPlanes Resample(int sourceWidth, int sourceHeight, double left, double top, double windowWidth, double windowHeight,
        int width, int height, RowReader read)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(windowWidth);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(windowHeight);
        var columns = new ResamplingTaps(sourceWidth, left, windowWidth, width);
        var rows = new ResamplingTaps(sourceHeight, top, windowHeight, height);
        var result = new PixelPlanes(width, height);
        var source = new float[sourceWidth];
        var reduced = new float[width];
        for (var plane = 0; plane < 3; plane++)
        {
            // Source rows in order; each is added to the output rows whose taps hold it. Taps move downwards only, so these are neighbours.
            for (int y = rows.First(0), open = 0; y < rows.End(height - 1); y++)
            {
                while (open < height && rows.End(open) <= y) open++;
                if (open == height || rows.First(open) > y) continue;
                read(plane, y, source);
                for (var x = 0; x < width; x++) reduced[x] = TensorPrimitives.Dot(columns.Weights(x),
                    source.AsSpan(columns.First(x), columns.Count(x)));
                for (var target = open; target < height && rows.First(target) <= y; target++)
                {
                    if (y >= rows.End(target)) continue;
                    var sum = result.Row(plane, target);
                    TensorPrimitives.MultiplyAdd(reduced, rows.Weights(target)[y - rows.First(target)], sum, sum);
                }
            }
        }
        return result;
    }
}

using System.Numerics.Tensors;

namespace KreaPlatform.ServiceDefaults.Imaging;

/// <summary>An opaque image of 8-bit sRGB samples, rows from the top, pixels interleaved as R, G, B.</summary>
public sealed class RgbImage
{
    /// <summary>Wraps samples without copying.</summary>
    /// <exception cref="ArgumentException">The length is not 3 * width * height, or a side is below 1.</exception>
    public RgbImage(int width, int height, byte[] samples)
    {
        if (width < 1 || height < 1 || samples.LongLength != 3L * width * height)
            throw new ArgumentException($"{samples.LongLength} samples are not an RGB image of {width} x {height}.");
        (Width, Height, Samples) = (width, height, samples);
    }

    /// <summary>Pixels in a row.</summary>
    public int Width { get; }

    /// <summary>Rows.</summary>
    public int Height { get; }

    /// <summary>3 * Width * Height samples, row by row.</summary>
    public byte[] Samples { get; }

    /// <summary>The samples of one row.</summary>
    public ReadOnlySpan<byte> Row(int y) => Samples.AsSpan(3 * Width * y, 3 * Width);

    /// <summary>A rectangle of it, copied.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The rectangle reaches beyond the image.</exception>
    public RgbImage Crop(PixelRect rect)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(rect.X);
        ArgumentOutOfRangeException.ThrowIfNegative(rect.Y);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(rect.X + rect.Width, Width, nameof(rect));
        ArgumentOutOfRangeException.ThrowIfGreaterThan(rect.Y + rect.Height, Height, nameof(rect));
        var samples = new byte[3 * rect.Width * rect.Height];
        for (var y = 0; y < rect.Height; y++)
            Row(rect.Y + y).Slice(3 * rect.X, 3 * rect.Width).CopyTo(samples.AsSpan(3 * rect.Width * y));
        return new RgbImage(rect.Width, rect.Height, samples);
    }

    /// <summary>The same pixels as planes of floats in [0, 1].</summary>
    public PixelPlanes ToPlanes()
    {
        var planes = new PixelPlanes(Width, Height);
        var area = Width * Height;
        Span<float> red = planes.Values.AsSpan(0, area), green = planes.Values.AsSpan(area, area), blue = planes.Values.AsSpan(2 * area, area);
        for (int i = 0, s = 0; i < area; i++, s += 3)
            (red[i], green[i], blue[i]) = (Samples[s], Samples[s + 1], Samples[s + 2]);
        TensorPrimitives.Divide(planes.Values, 255f, planes.Values);
        return planes;
    }
}

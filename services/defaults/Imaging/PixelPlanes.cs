namespace KreaPlatform.ServiceDefaults.Imaging;

/// <summary>
/// An image as models take it: three planes (red, green, blue), each of rows from the top, float32 with 0 as black and 1 as full. A model's
/// output may overshoot; <see cref="ToRgb"/> clamps. The engine's pictures have the same layout.
/// </summary>
public sealed class PixelPlanes
{
    /// <summary>Wraps values without copying.</summary>
    /// <exception cref="ArgumentException">The length is not 3 * width * height, or a side is below 1.</exception>
    public PixelPlanes(int width, int height, float[] values)
    {
        if (width < 1 || height < 1 || values.LongLength != 3L * width * height)
            throw new ArgumentException($"{values.LongLength} values are not three planes of {width} x {height}.");
        (Width, Height, Values) = (width, height, values);
    }

    /// <summary>A black image.</summary>
    public PixelPlanes(int width, int height) : this(width, height, new float[3 * width * height]) { }

    /// <summary>Pixels in a row.</summary>
    public int Width { get; }

    /// <summary>Rows.</summary>
    public int Height { get; }

    /// <summary>3 * Width * Height values: shape (3, Height, Width).</summary>
    public float[] Values { get; }

    /// <summary>One row of one plane.</summary>
    public Span<float> Row(int plane, int y) => Values.AsSpan((plane * Height + y) * Width, Width);

    /// <summary>A rectangle of it, copied.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The rectangle reaches beyond the image.</exception>
    public PixelPlanes Crop(PixelRect rect)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(rect.X);
        ArgumentOutOfRangeException.ThrowIfNegative(rect.Y);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(rect.X + rect.Width, Width, nameof(rect));
        ArgumentOutOfRangeException.ThrowIfGreaterThan(rect.Y + rect.Height, Height, nameof(rect));
        var result = new PixelPlanes(rect.Width, rect.Height);
        for (var plane = 0; plane < 3; plane++)
            for (var y = 0; y < rect.Height; y++)
                Row(plane, rect.Y + y).Slice(rect.X, rect.Width).CopyTo(result.Row(plane, y));
        return result;
    }

    /// <summary>8-bit samples: clamped to [0, 1], rounded to the nearest of 256 levels; NaN becomes black.</summary>
    public RgbImage ToRgb()
    {
        var area = Width * Height;
        var samples = new byte[3 * area];
        for (var plane = 0; plane < 3; plane++)
        {
            var values = Values.AsSpan(plane * area, area);
            for (int i = 0, s = plane; i < area; i++, s += 3)
                samples[s] = float.IsNaN(values[i]) ? (byte)0 : (byte)(Math.Clamp(values[i], 0f, 1f) * 255f + 0.5f);
        }
        return new RgbImage(Width, Height, samples);
    }
}

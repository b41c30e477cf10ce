namespace KreaPlatform.Diffusion.Imaging;

/// <summary>An RGB picture as the engine takes it.</summary>
public sealed record PixelImage
{
    /// <summary>A picture of the given size.</summary>
    /// <param name="width">Columns.</param>
    /// <param name="height">Rows.</param>
    /// <param name="pixels">Planes red, green, blue, each row by row (3 * height * width numbers in [0, 1]); not copied, and not to be changed afterwards.</param>
    /// <exception cref="ArgumentException">The size is not positive or the array has another length.</exception>
    public PixelImage(int width, int height, float[] pixels)
    {
        if (width <= 0 || height <= 0 || pixels.LongLength != 3L * width * height)
            throw new ArgumentException($"{pixels.LongLength} numbers are not an RGB picture of {width} x {height}", nameof(pixels));
        (Width, Height, Pixels) = (width, height, pixels);
    }

    /// <summary>Columns.</summary>
    public int Width { get; }

    /// <summary>Rows.</summary>
    public int Height { get; }

    /// <summary>Planes red, green, blue, each row by row, in [0, 1].</summary>
    public float[] Pixels { get; }
}

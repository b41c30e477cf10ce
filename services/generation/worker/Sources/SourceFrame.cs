using KreaPlatform.ServiceDefaults.Imaging;

namespace KreaPlatform.Generation.Sources;

/// <summary>How pictures of any size are made small enough to keep, without taking from a model anything that it would see. Pure.</summary>
public static class SourceFrame
{
    // Beyond this ratio a model sees the middle at most, and the rest would only cost memory.
    private const double LongestRatio = 4;

    /// <summary>
    /// For a style source: cropped about its centre to a ratio of at most 4:1, then reduced until its shorter side is at most
    /// <paramref name="side"/>; never enlarged.
    /// </summary>
    public static PixelPlanes ForStyle(RgbImage image, int side)
    {
        var ratio = Math.Clamp((double)image.Width / image.Height, 1 / LongestRatio, LongestRatio);
        var window = Framing.CropToRatio(image.Width, image.Height, ratio);
        var scale = Math.Min(1, (double)side / Math.Min(window.Width, window.Height));
        var (width, height) = (Scaled(window.Width), Scaled(window.Height));
        return Resampler.Resample(image, window.X, window.Y, window.Width, window.Height, width, height);

        int Scaled(int pixels) => Math.Max(1, (int)Math.Round(pixels * scale));
    }

    /// <summary>For an edit or its mask: scaled until it covers the images' size, then cropped about its centre.</summary>
    public static PixelPlanes ForEdit(RgbImage image, int width, int height) =>
        image.Width == width && image.Height == height ? image.ToPlanes() : Framing.Cover(image, width, height);
}

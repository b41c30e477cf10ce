using KreaPlatform.ServiceDefaults.Imaging;

namespace KreaPlatform.Generation.Vision;

/// <summary>
/// An image as descriptor and safety filter get it. Both scale to 160 to 256 pixels inside, without a filter against aliasing; what is larger
/// than twice that is reduced by area before, which also bounds their memory. Pure.
/// </summary>
public static class ImageView
{
    /// <summary>Longer side at most, in pixels.</summary>
    public const int Side = 320;

    /// <summary>The view of a picture; a small one is its own.</summary>
    public static PixelPlanes Of(PixelPlanes picture)
    {
        var scale = (double)Side / Math.Max(picture.Width, picture.Height);
        return scale >= 1 ? picture : Resampler.Resample(picture, Scaled(picture.Width), Scaled(picture.Height));

        int Scaled(int pixels) => Math.Max(1, (int)Math.Round(pixels * scale));
    }

    /// <summary>The view of a decoded file.</summary>
    public static PixelPlanes Of(RgbImage picture) => Framing.Within(picture, Side);
}

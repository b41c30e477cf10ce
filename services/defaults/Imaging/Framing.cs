namespace KreaPlatform.ServiceDefaults.Imaging;

/// <summary>How an image of any size comes into a frame of a wanted size or ratio.</summary>
public static class Framing
{
    /// <summary>
    /// The largest centred rectangle of whole pixels with the ratio width : height, to the nearest pixel; an odd rest goes to the right and the
    /// bottom.
    /// </summary>
    /// <exception cref="ArgumentOutOfRangeException">A ratio that is not a positive finite number.</exception>
    public static PixelRect CropToRatio(int width, int height, double ratio)
    {
        if (!double.IsFinite(ratio) || ratio <= 0) throw new ArgumentOutOfRangeException(nameof(ratio));
        var (cropWidth, cropHeight) = (width, height);
        if (width > height * ratio) cropWidth = Math.Clamp((int)Math.Round(height * ratio, MidpointRounding.AwayFromZero), 1, width);
        else cropHeight = Math.Clamp((int)Math.Round(width / ratio, MidpointRounding.AwayFromZero), 1, height);
        return new PixelRect((width - cropWidth) / 2, (height - cropHeight) / 2, cropWidth, cropHeight);
    }

    /// <summary>
    /// Fills a frame: the image is scaled until it just covers the frame and what hangs over is cut off evenly. For a square frame that is "shorter
    /// side to N, centre crop". Only the part that stays is ever computed, so a sliver of an image costs no more than a square one.
    /// </summary>
    public static PixelPlanes Cover(RgbImage image, int width, int height)
    {
        var scale = Math.Max((double)width / image.Width, (double)height / image.Height);
        double windowWidth = width / scale, windowHeight = height / scale;
        return Resampler.Resample(image, (image.Width - windowWidth) / 2, (image.Height - windowHeight) / 2, windowWidth, windowHeight, width,
            height);
    }

    /// <summary>Scales the whole image so that its longer side is at most <paramref name="side"/>, keeping its ratio; never enlarges.</summary>
    public static PixelPlanes Within(RgbImage image, int side)
    {
        var scale = Math.Min(1, (double)side / Math.Max(image.Width, image.Height));
        var (width, height) = (Math.Max(1, (int)Math.Round(image.Width * scale)), Math.Max(1, (int)Math.Round(image.Height * scale)));
        return Resampler.Resample(image, 0, 0, image.Width, image.Height, width, height);
    }
}

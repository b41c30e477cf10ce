namespace KreaPlatform.ServiceDefaults.Imaging;

/// <summary>A raster format that uploads may have, as found in the bytes and never in a name or a content type.</summary>
public enum ImageFormat
{
    /// <summary>JPEG (baseline, progressive; grey, YCbCr, RGB, CMYK, YCCK).</summary>
    Jpeg,

    /// <summary>PNG, any bit depth and colour type.</summary>
    Png,

    /// <summary>WebP, lossy or lossless.</summary>
    Webp,

    /// <summary>GIF with a single frame.</summary>
    Gif,
}

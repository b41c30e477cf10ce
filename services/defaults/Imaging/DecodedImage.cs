namespace KreaPlatform.ServiceDefaults.Imaging;

/// <summary>A decoded upload.</summary>
/// <param name="Pixels">Opaque sRGB pixels, upright: the file's orientation is applied, transparency is composited on white.</param>
/// <param name="Format">The format it came in.</param>
public sealed record DecodedImage(RgbImage Pixels, ImageFormat Format)
{
    /// <summary>Opacity of each pixel, upright, row by row: 0 is transparent, 255 opaque. Null when every pixel is opaque.</summary>
    public byte[]? Alpha { get; init; }

    /// <summary>Whether the file stores its pixels as they are meant to be seen, so that no orientation had to be applied.</summary>
    public bool StoredUpright { get; init; } = true;
}

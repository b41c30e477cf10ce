namespace KreaPlatform.ServiceDefaults.Imaging;

/// <summary>A decoded upload.</summary>
/// <param name="Pixels">Opaque sRGB pixels, upright: the file's orientation is applied, transparency is composited on white.</param>
/// <param name="Format">The format it came in.</param>
public sealed record DecodedImage(RgbImage Pixels, ImageFormat Format);

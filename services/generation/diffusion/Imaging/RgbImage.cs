namespace KreaPlatform.Diffusion.Imaging;

/// <summary>A small picture in bytes, for previews.</summary>
/// <param name="Width">Columns.</param>
/// <param name="Height">Rows.</param>
/// <param name="Data">Red, green and blue of each pixel, row by row.</param>
public sealed record RgbImage(int Width, int Height, byte[] Data);

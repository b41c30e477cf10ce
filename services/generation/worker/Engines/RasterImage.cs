namespace KreaPlatform.Generation.Engines;

/// <summary>An RGB picture.</summary>
/// <param name="Pixels">Planes of red, green and blue, each row by row: 3 x height x width values in [0, 1].</param>
/// <param name="Width">Pixels.</param>
/// <param name="Height">Pixels.</param>
public sealed record RasterImage(float[] Pixels, int Width, int Height);

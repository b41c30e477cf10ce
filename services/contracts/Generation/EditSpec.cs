namespace KreaPlatform.Contracts.Generation;

/// <summary>Image to image: where a job starts from.</summary>
/// <param name="Image">Content address of the source image; any size, it is scaled until it covers the job's and cropped about its centre.</param>
/// <param name="Strength">How far to leave it, 0 (returns it) to 1 (ignores it).</param>
/// <param name="Mask">Content address of a mask, fitted like the image: white repaints, black keeps; null repaints everywhere.</param>
public sealed record EditSpec(string Image, double Strength, string? Mask = null);

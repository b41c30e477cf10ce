namespace KreaPlatform.Vision.Descriptors;

/// <summary>
/// What an image looks like and what it shows, as two unit vectors. Cosines are relative: compare them with those of unrelated images.
/// </summary>
/// <param name="Style">Rendering, medium, palette, grade, apart from what is shown.</param>
/// <param name="Content">What is shown, apart from how; a hint more than a measurement.</param>
public sealed record ImageDescription(float[] Style, float[] Content);

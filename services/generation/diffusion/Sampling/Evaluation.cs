namespace KreaPlatform.Diffusion.Sampling;

/// <summary>One row of a transformer call: an image under one condition.</summary>
/// <param name="Image">The image, by its place in the request.</param>
/// <param name="Source">The source, by its place among the prepared ones, or <see cref="Text"/> or <see cref="Unconditional"/>.</param>
internal readonly record struct Evaluation(int Image, int Source)
{
    /// <summary>The prompt alone.</summary>
    public const int Text = -1;

    /// <summary>The negative prompt.</summary>
    public const int Unconditional = -2;
}

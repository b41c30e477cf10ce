namespace KreaPlatform.Diffusion.Bundles;

/// <summary>
/// A linear map from one latent to one pixel, for previews of models whose decoder is too dear to run every few steps:
/// <c>rgb = Bias + sum over c of latent[c] * Matrix[c]</c>, in [-1, 1]. Optional field <c>preview</c> of bundle.json.
/// </summary>
public sealed record PreviewProjection
{
    /// <summary>One row of three numbers (red, green, blue) a latent channel.</summary>
    public required IReadOnlyList<IReadOnlyList<float>> Matrix { get; init; }

    /// <summary>Three numbers: the colour of a latent of zeros.</summary>
    public required IReadOnlyList<float> Bias { get; init; }
}

using KreaPlatform.Diffusion.Imaging;
using KreaPlatform.Diffusion.Styles;

namespace KreaPlatform.Diffusion;

/// <summary>What to generate. Its images are made together, so they share size, steps, guidance and sources.</summary>
public sealed record GenerationInput
{
    /// <summary>The prompts, one an image.</summary>
    public required IReadOnlyList<string> Prompts { get; init; }

    /// <summary>The seeds of the images' noise, one an image; two images with one seed and one prompt are the same image.</summary>
    public required IReadOnlyList<ulong> Seeds { get; init; }

    /// <summary>What guidance leads away from; null: the empty text.</summary>
    public string? NegativePrompt { get; init; }

    /// <summary>Columns in pixels; a multiple of a token's side (16) within the bundle's limits.</summary>
    public required int Width { get; init; }

    /// <summary>Rows in pixels; a multiple of a token's side (16) within the bundle's limits.</summary>
    public required int Height { get; init; }

    /// <summary>Denoising steps, at least 1.</summary>
    public required int Steps { get; init; }

    /// <summary>Guidance g in Krea's convention: 0 is off, the usual scale is 1 + g.</summary>
    public required float Guidance { get; init; }

    /// <summary>Style sources, in the order in which they are reported.</summary>
    public IReadOnlyList<StyleSource> Sources { get; init; } = [];

    /// <summary>A source image to start from; any size (it is scaled until it covers the image's, then cropped about its centre). Null: pure noise.</summary>
    public PixelImage? InitialImage { get; init; }

    /// <summary>How far to leave the source image, in [0, 1]: 0 returns it, 1 ignores it. Means nothing without one.</summary>
    public float Strength { get; init; } = 1;

    /// <summary>
    /// Where the source image may change: fitted like it, black (0) keeps, white (1) repaints; the mean of its channels counts. Null: everywhere. Needs a source image.
    /// </summary>
    public PixelImage? Mask { get; init; }

    /// <summary>Annealed noise on the text context, in [0, 1]: 0 is none, and changes no bit.</summary>
    public float Diversity { get; init; }

    /// <summary>Packed initial noise, one an image, in place of the seeds'.</summary>
    internal IReadOnlyList<float[]>? Noise { get; init; }
}

using KreaPlatform.Diffusion.Inference;
using KreaPlatform.Diffusion.Styles;

namespace KreaPlatform.Diffusion.Sampling;

/// <summary>Everything that the denoising of some images of one size needs, encoded.</summary>
internal sealed record DenoiseJob
{
    /// <summary>The latents' geometry.</summary>
    public required LatentGrid Grid { get; init; }

    /// <summary>Noise levels, steps + 1 of them, the last 0.</summary>
    public required float[] Sigmas { get; init; }

    /// <summary>g; 0 is off.</summary>
    public required float Guidance { get; init; }

    /// <summary>The prompt's context, one an image.</summary>
    public required TextContext[] Texts { get; init; }

    /// <summary>The negative prompt's; needed where guidance is above 0.</summary>
    public TextContext? Negative { get; init; }

    /// <summary>Sources with an influence other than 0.</summary>
    public required PreparedSource[] Sources { get; init; }

    /// <summary>How many sources the request has, with those of influence 0.</summary>
    public required int SourceCount { get; init; }

    /// <summary>Packed initial noise, one an image.</summary>
    public required float[][] Noise { get; init; }

    /// <summary>Packed latents at the first noise level, one an image; the denoiser works on them in place.</summary>
    public required float[][] Latents { get; init; }

    /// <summary>What is held to a source image; null: nothing.</summary>
    public SourceHold? Hold { get; init; }

    /// <summary>Diversity in [0, 1] and the seeds of its noise, one an image.</summary>
    public float Diversity { get; init; }

    /// <summary>The images' seeds.</summary>
    public required ulong[] Seeds { get; init; }

    public int Images => Texts.Length;

    public int Steps => Sigmas.Length - 1;

    public bool Guided => Guidance > 0;
}

using KreaPlatform.Diffusion.Imaging;
using KreaPlatform.Diffusion.Inference;

namespace KreaPlatform.Diffusion.Sampling;

/// <summary>Where a generation starts from: pure noise, or a source image noised to the level at which its strength enters the schedule.</summary>
internal sealed class SourceStart
{
    private readonly float[] latents;
    private readonly EditMask? mask;

    private SourceStart(PixelImage image, float[] latents, EditMask? mask, LatentGrid grid)
    {
        (Image, this.latents, this.mask) = (image, latents, mask);
        Hold = mask is null ? null : new SourceHold(latents, mask.FreeLatents(grid));
    }

    /// <summary>The source, fitted to the image's size.</summary>
    public PixelImage Image { get; }

    /// <summary>What the mask holds; null without a mask.</summary>
    public SourceHold? Hold { get; }

    /// <summary>Null where the input starts from pure noise: no source, or one that a strength of 1 leaves nothing of.</summary>
    public static SourceStart? For(GenerationInput input, LatentGrid grid, VaeCodec vae, RunClock clock)
    {
        if (input.InitialImage is null || (input.Strength >= 1 && input.Mask is null))
            return null;
        var image = Resampling.Cover(input.InitialImage, input.Width, input.Height);
        var mask = input.Mask is null ? null : new EditMask(Resampling.Cover(input.Mask, input.Width, input.Height), grid.Layout.Downscale);
        return new SourceStart(image, input.Strength > 0 ? vae.EncodePacked(image, grid, clock) : new float[grid.Length], mask, grid);
    }

    /// <summary>Latents at a noise level: <c>(1 - sigma) source + sigma noise</c>.</summary>
    public float[] At(float sigma, float[] noise)
    {
        var noised = new float[noise.Length];
        for (int i = 0; i < noised.Length; i++)
            noised[i] = (1 - sigma) * latents[i] + sigma * noise[i];
        return noised;
    }

    /// <summary>Puts back what the mask keeps.</summary>
    public void Restore(Span<float> pixels) => mask?.Restore(pixels, Image.Pixels);
}

using KreaPlatform.Diffusion.Sampling;

namespace KreaPlatform.Diffusion;

/// <summary>Where an image stood after a step: the latents that it was heading for.</summary>
public sealed class LatentSnapshot
{
    internal LatentSnapshot(LatentGrid grid, float[] packed) => (Grid, Packed) = (grid, packed);

    internal LatentGrid Grid { get; }

    internal float[] Packed { get; }
}

namespace KreaPlatform.Diffusion.Sampling;

/// <summary>Holds the latents outside a mask to a source image, at every noise level of the schedule.</summary>
/// <param name="source">Packed latents of the source.</param>
/// <param name="free">For each of them, whether the mask frees it.</param>
internal sealed class SourceHold(float[] source, bool[] free)
{
    /// <summary>Sets what is held to <c>(1 - sigma) source + sigma noise</c>.</summary>
    public void Apply(Span<float> latents, ReadOnlySpan<float> noise, float sigma)
    {
        for (int i = 0; i < latents.Length; i++)
        {
            if (!free[i])
                latents[i] = (1 - sigma) * source[i] + sigma * noise[i];
        }
    }
}

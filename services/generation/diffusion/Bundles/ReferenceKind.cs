namespace KreaPlatform.Diffusion.Bundles;

/// <summary>How style references enter the transformer.</summary>
public enum ReferenceKind
{
    /// <summary>As tokens of a style encoder, appended to the text context.</summary>
    Context,

    /// <summary>As clean packed latents at the end of the sequence.</summary>
    Latents,
}

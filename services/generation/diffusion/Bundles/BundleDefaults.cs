namespace KreaPlatform.Diffusion.Bundles;

/// <summary>What a request that does not say gets.</summary>
public sealed record BundleDefaults
{
    /// <summary>Denoising steps.</summary>
    public required int Steps { get; init; }

    /// <summary>Guidance g in Krea's convention: 0 is off, the usual scale is 1 + g.</summary>
    public required float Guidance { get; init; }

    /// <summary>Side in pixels of the square that the model was trained for.</summary>
    public required int Native { get; init; }
}

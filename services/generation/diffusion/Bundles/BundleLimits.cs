namespace KreaPlatform.Diffusion.Bundles;

/// <summary>Smallest and largest side of an image, in pixels, inclusive.</summary>
public sealed record BundleLimits
{
    /// <summary>Smallest side.</summary>
    public required int MinSide { get; init; }

    /// <summary>Largest side.</summary>
    public required int MaxSide { get; init; }
}

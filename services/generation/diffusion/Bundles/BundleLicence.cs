namespace KreaPlatform.Diffusion.Bundles;

/// <summary>The licence of the weights.</summary>
public sealed record BundleLicence
{
    /// <summary>Its name.</summary>
    public required string Name { get; init; }

    /// <summary>The notice that must be shown.</summary>
    public required string Notice { get; init; }
}

namespace KreaPlatform.Diffusion.Bundles;

/// <summary>How a bundle takes style references.</summary>
public sealed record ReferenceConfig
{
    /// <summary>Where they enter.</summary>
    public required ReferenceKind Kind { get; init; }

    /// <summary>Most references in one request; for <see cref="ReferenceKind.Latents"/> also the most images whose tokens one evaluation sees.</summary>
    public required int Max { get; init; }

    /// <summary>Context tokens of one reference (K); only for <see cref="ReferenceKind.Context"/>.</summary>
    public int? Tokens { get; init; }

    /// <summary>Side in pixels of the square that a reference is fitted to; only for <see cref="ReferenceKind.Context"/>.</summary>
    public int? Size { get; init; }
}

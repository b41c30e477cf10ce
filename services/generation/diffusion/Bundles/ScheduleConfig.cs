namespace KreaPlatform.Diffusion.Bundles;

/// <summary>How the noise levels are shifted: by a fixed mu, or by one that grows linearly with the image tokens.</summary>
public sealed record ScheduleConfig
{
    /// <summary>A model distilled to few steps: <see cref="Mu"/> is fixed.</summary>
    public required bool Distilled { get; init; }

    /// <summary>The fixed mu of a distilled model; null otherwise.</summary>
    public double? Mu { get; init; }

    /// <summary>mu at <see cref="BaseTokens"/> image tokens.</summary>
    public required double BaseShift { get; init; }

    /// <summary>mu at <see cref="MaxTokens"/> image tokens.</summary>
    public required double MaxShift { get; init; }

    /// <summary>Image tokens at which mu is <see cref="BaseShift"/>.</summary>
    public required int BaseTokens { get; init; }

    /// <summary>Image tokens at which mu is <see cref="MaxShift"/>.</summary>
    public required int MaxTokens { get; init; }
}

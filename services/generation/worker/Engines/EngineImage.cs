namespace KreaPlatform.Generation.Engines;

/// <summary>A finished image.</summary>
public sealed record EngineImage
{
    /// <summary>The picture.</summary>
    public required RasterImage Raster { get; init; }
    /// <summary>The seed that makes it alone.</summary>
    public required long Seed { get; init; }
    /// <summary>The prompt as used.</summary>
    public required string Prompt { get; init; }
    /// <summary>Tokens of the prompt before truncation.</summary>
    public required int PromptTokens { get; init; }
    /// <summary>Whether the prompt lost its end.</summary>
    public required bool Truncated { get; init; }
}

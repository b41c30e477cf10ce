using KreaPlatform.ServiceDefaults.Imaging;

namespace KreaPlatform.Generation.Engines;

/// <summary>A finished image.</summary>
public sealed record EngineImage
{
    /// <summary>The picture, in [0, 1].</summary>
    public required PixelPlanes Picture { get; init; }
    /// <summary>The seed that makes it alone.</summary>
    public required long Seed { get; init; }
    /// <summary>The prompt as used.</summary>
    public required string Prompt { get; init; }
    /// <summary>Tokens of the prompt before truncation.</summary>
    public required int PromptTokens { get; init; }
    /// <summary>Whether the prompt lost its end.</summary>
    public required bool Truncated { get; init; }
    /// <summary>Steps that were run.</summary>
    public required int Steps { get; init; }
    /// <summary>The measured share of each of the request's sources, in their order, 0 to 1.</summary>
    public IReadOnlyList<double> Measured { get; init; } = [];
    /// <summary>Gram matrix of the sources' displacements, a row a source.</summary>
    public IReadOnlyList<IReadOnlyList<double>> Gram { get; init; } = [];
}

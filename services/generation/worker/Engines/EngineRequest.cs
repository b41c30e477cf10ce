using KreaPlatform.Contracts.Generation;
using KreaPlatform.Generation.Sources;

namespace KreaPlatform.Generation.Engines;

/// <summary>A request with everything that it refers to at hand, so that an engine needs neither network nor disk.</summary>
public sealed record EngineRequest
{
    /// <summary>The request, within the limits of the model.</summary>
    public required GenerationSpec Spec { get; init; }
    /// <summary>The prompts as used, one an image.</summary>
    public required IReadOnlyList<string> Prompts { get; init; }
    /// <summary>Guidance as used: the request's, moved by the intensity slider.</summary>
    public required double Guidance { get; init; }
    /// <summary>Every picture that the request's sources and edit refer to.</summary>
    public SourceImages Images { get; init; } = SourceImages.None;
}

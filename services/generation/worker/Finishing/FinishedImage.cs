using KreaPlatform.Contracts.Generation;

namespace KreaPlatform.Generation.Finishing;

/// <summary>An image as it is delivered, or the reason why it is not.</summary>
public sealed record FinishedImage
{
    /// <summary>Pixels.</summary>
    public required int Width { get; init; }
    /// <summary>Pixels.</summary>
    public required int Height { get; init; }
    /// <summary>The encoded file; empty when refused.</summary>
    public ReadOnlyMemory<byte> File { get; init; }
    /// <summary>Why the filter refused it (a code of the API); null when it may be shown.</summary>
    public string? Refusal { get; init; }
    /// <summary>Whether it may be shown and a person may want to look at it.</summary>
    public bool Flagged { get; init; }
    /// <summary>The filter's score in [0, 1]; 0 without a filter.</summary>
    public float Score { get; init; }
    /// <summary>What it looks like; null when refused or without a descriptor.</summary>
    public ImageVectors? Vectors { get; init; }
}

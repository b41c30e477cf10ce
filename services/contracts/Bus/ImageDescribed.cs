using KreaPlatform.Contracts.Generation;

namespace KreaPlatform.Contracts.Bus;

/// <summary>Event of a worker: what a stored image looks like. Published once a <see cref="DescribeImage"/>; the same content always gives the same.</summary>
public sealed record ImageDescribed
{
    /// <summary>Content address of the image's bytes.</summary>
    public required string Blob { get; init; }
    /// <summary>Columns, upright.</summary>
    public int Width { get; init; }
    /// <summary>Rows, upright.</summary>
    public int Height { get; init; }
    /// <summary>Vectors and perceptual hash; null when it could not be described.</summary>
    public ImageVectors? Vectors { get; init; }
    /// <summary>Why it could not: the bytes are gone or are no image.</summary>
    public string? Error { get; init; }
}

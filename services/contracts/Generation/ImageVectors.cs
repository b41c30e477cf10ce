namespace KreaPlatform.Contracts.Generation;

/// <summary>What an image looks like and shows, as numbers for services to compare; not shown to callers.</summary>
public sealed record ImageVectors
{
    /// <summary>Which descriptor made the vectors: SHA-256 of its file. Vectors of different descriptors are never compared.</summary>
    public required string Descriptor { get; init; }
    /// <summary>Unit vector of how it looks.</summary>
    public required float[] Style { get; init; }
    /// <summary>Unit vector of what it shows.</summary>
    public required float[] Content { get; init; }
    /// <summary>Perceptual hash, 16 hex digits; near-duplicates differ in few bits.</summary>
    public required string PerceptualHash { get; init; }
}

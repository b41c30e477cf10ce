namespace KreaPlatform.Contracts.Generation;

/// <summary>A finished image that lies in the store.</summary>
public sealed record StoredImage
{
    /// <summary>Place in the job, from 0.</summary>
    public required int Index { get; init; }
    /// <summary>Content address: lower-case hex SHA-256 of the bytes.</summary>
    public required string Blob { get; init; }
    /// <summary>Size of the file in bytes.</summary>
    public required long Bytes { get; init; }
    /// <summary>One of <see cref="OutputFormat"/>.</summary>
    public required string Format { get; init; }
    /// <summary>Pixels.</summary>
    public required int Width { get; init; }
    /// <summary>Pixels.</summary>
    public required int Height { get; init; }
    /// <summary>The seed that makes this image alone.</summary>
    public required long Seed { get; init; }
    /// <summary>The prompt as used.</summary>
    public required string Prompt { get; init; }
    /// <summary>What it looks like, for services; null when the worker has no descriptor.</summary>
    public ImageVectors? Vectors { get; init; }
}

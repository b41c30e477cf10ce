using System.Runtime.InteropServices;
using KreaPlatform.Contracts.Generation;

namespace KreaPlatform.Gateway.Jobs;

/// <summary>What an image of a job looks like, kept apart from its row: only services that compare images read it, callers never see it.</summary>
public sealed class JobImageVectors
{
    /// <summary>The job.</summary>
    public required string JobId { get; init; }
    /// <summary>The image's place in the job.</summary>
    public required int Index { get; init; }
    /// <summary>Which descriptor made the vectors; those of different descriptors are never compared.</summary>
    public required string Descriptor { get; init; }
    /// <summary>How it looks: 32-bit floats, little-endian.</summary>
    public required byte[] Style { get; init; }
    /// <summary>What it shows: 32-bit floats, little-endian.</summary>
    public required byte[] Content { get; init; }
    /// <summary>Perceptual hash, 16 hex digits.</summary>
    public required string PerceptualHash { get; init; }

    /// <summary>The row of a stored image; null when its worker had no descriptor.</summary>
    public static JobImageVectors? Of(string jobId, StoredImage image) => image.Vectors is not { } vectors ? null : new JobImageVectors
    {
        JobId = jobId, Index = image.Index, Descriptor = vectors.Descriptor, Style = MemoryMarshal.AsBytes(vectors.Style.AsSpan()).ToArray(),
        Content = MemoryMarshal.AsBytes(vectors.Content.AsSpan()).ToArray(), PerceptualHash = vectors.PerceptualHash,
    };

    /// <summary>As services compare it.</summary>
    public ImageVectors ToVectors() => new()
    {
        Descriptor = Descriptor, Style = MemoryMarshal.Cast<byte, float>(Style).ToArray(), Content = MemoryMarshal.Cast<byte, float>(Content).ToArray(),
        PerceptualHash = PerceptualHash,
    };
}

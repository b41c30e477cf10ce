namespace KreaPlatform.Gateway.Jobs;

/// <summary>One image of a completed job.</summary>
public sealed class JobImage
{
    /// <summary>The job.</summary>
    public required string JobId { get; init; }
    /// <summary>Place in the job, from 0.</summary>
    public required int Index { get; init; }
    /// <summary>Whether it can be had.</summary>
    public ImageStatus Status { get; set; }
    /// <summary>Why it was refused; null unless it was.</summary>
    public string? Code { get; init; }
    /// <summary>Address of the bytes; null when there are none.</summary>
    public string? Blob { get; set; }
    /// <summary>Size of the file.</summary>
    public long Bytes { get; init; }
    /// <summary>One of <see cref="Contracts.Generation.OutputFormat"/>.</summary>
    public required string Format { get; init; }
    /// <summary>Pixels.</summary>
    public required int Width { get; init; }
    /// <summary>Pixels.</summary>
    public required int Height { get; init; }
    /// <summary>The seed that makes this image alone.</summary>
    public required long Seed { get; init; }
    /// <summary>The prompt as used.</summary>
    public required string Prompt { get; init; }
}

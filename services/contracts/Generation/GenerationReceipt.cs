namespace KreaPlatform.Contracts.Generation;

/// <summary>How a job's images were made: enough to make them again, and to explain the time they took.</summary>
public sealed record GenerationReceipt
{
    /// <summary>The model's id.</summary>
    public required string Model { get; init; }
    /// <summary>SHA-256 of the bundle's manifest, which names the SHA-256 of every file.</summary>
    public required string Bundle { get; init; }
    /// <summary>Where the time went.</summary>
    public required PhaseMillis Times { get; init; }
    /// <summary>One entry an image.</summary>
    public required IReadOnlyList<ImageReceipt> Images { get; init; }
    /// <summary>How much the images differ; null for fewer than two.</summary>
    public DiversityReceipt? Diversity { get; init; }
    /// <summary>Sliders that were set and had nothing to work with, by name.</summary>
    public IReadOnlyList<string> WithoutEffect { get; init; } = [];
}

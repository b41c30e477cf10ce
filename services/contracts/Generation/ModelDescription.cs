namespace KreaPlatform.Contracts.Generation;

/// <summary>What a worker tells about a model that it has, or has and can't serve.</summary>
public sealed record ModelDescription
{
    /// <summary>The bundle's id.</summary>
    public required string Id { get; init; }
    /// <summary>Model family, for instance <c>krea-2</c>.</summary>
    public required string Family { get; init; }
    /// <summary>SHA-256 of the bundle's manifest.</summary>
    public required string Bundle { get; init; }
    /// <summary>Whether the worker serves it now.</summary>
    public required bool Available { get; init; }
    /// <summary>Why it is not available: which file, what was expected, what was found.</summary>
    public string? Reason { get; init; }
    /// <summary>Steps when the request names none.</summary>
    public int DefaultSteps { get; init; }
    /// <summary>Guidance when the request names none.</summary>
    public double DefaultGuidance { get; init; }
    /// <summary>Native side of a square image in pixels.</summary>
    public int NativeSide { get; init; }
    /// <summary>Smallest side in pixels.</summary>
    public int MinSide { get; init; }
    /// <summary>Largest side in pixels.</summary>
    public int MaxSide { get; init; }
    /// <summary>Aspect ratio, for instance <c>16:9</c>, to native [width, height].</summary>
    public IReadOnlyDictionary<string, int[]> AspectRatios { get; init; } = new Dictionary<string, int[]>();
    /// <summary>How style references enter: <c>context</c>, <c>latents</c>, or null for none.</summary>
    public string? References { get; init; }
    /// <summary>Most style references of one job.</summary>
    public int MaxReferences { get; init; }
    /// <summary>Whether a job can start from an image, with or without a mask (the bundle has a VAE encoder).</summary>
    public bool Editing { get; init; }
    /// <summary>Texts of the special tokens, which a prompt must not contain.</summary>
    public IReadOnlyList<string> SpecialTokens { get; init; } = [];
    /// <summary>Licence of the weights.</summary>
    public string? Licence { get; init; }
}

namespace KreaPlatform.Standalone.CommandLine;

/// <summary>What the person asked for. Null means: the default of the host, or of the API.</summary>
internal sealed record StandaloneOptions
{
    /// <summary>What to draw; null to serve.</summary>
    public string? Prompt { get; init; }
    /// <summary>How many images.</summary>
    public int? Count { get; init; }
    /// <summary>Pixels.</summary>
    public int? Width { get; init; }
    /// <summary>Pixels.</summary>
    public int? Height { get; init; }
    /// <summary>For instance <c>16:9</c>.</summary>
    public string? AspectRatio { get; init; }
    /// <summary>Denoising steps.</summary>
    public int? Steps { get; init; }
    /// <summary>Guidance in the Krea convention (0 is none).</summary>
    public double? Guidance { get; init; }
    /// <summary>Seed of the first image.</summary>
    public long? Seed { get; init; }
    /// <summary>What to stay away from.</summary>
    public string? Negative { get; init; }
    /// <summary>Id of the model.</summary>
    public string? Model { get; init; }
    /// <summary>Style references, each with its influence.</summary>
    public IReadOnlyList<WeightedName> References { get; init; } = [];
    /// <summary>Folders of images, each one moodboard with its strength.</summary>
    public IReadOnlyList<WeightedName> Aesthetics { get; init; } = [];
    /// <summary>Named styles, or folders to make some of, each with its strength.</summary>
    public IReadOnlyList<WeightedName> Styles { get; init; } = [];
    /// <summary>How far the prompt is expanded.</summary>
    public string? Creativity { get; init; }
    /// <summary>How much images differ, 0 to 1.</summary>
    public double? Diversity { get; init; }
    /// <summary>Slider from muted to vivid.</summary>
    public int? Intensity { get; init; }
    /// <summary>Slider from plain to busy.</summary>
    public int? Complexity { get; init; }
    /// <summary>Slider from still to moving.</summary>
    public int? Movement { get; init; }
    /// <summary>Image to start from.</summary>
    public string? Image { get; init; }
    /// <summary>How far to leave it.</summary>
    public double? Strength { get; init; }
    /// <summary>Where it may change.</summary>
    public string? Mask { get; init; }
    /// <summary>Enlargement.</summary>
    public int? Upscale { get; init; }
    /// <summary><c>png</c>, <c>jpeg</c> or <c>webp</c>.</summary>
    public string? Format { get; init; }
    /// <summary>Folder for the images.</summary>
    public string? Out { get; init; }
    /// <summary>HTTP port; 0 takes a free one.</summary>
    public int? Port { get; init; }
    /// <summary>gRPC port; 0 takes a free one.</summary>
    public int? GrpcPort { get; init; }
    /// <summary>API key to accept.</summary>
    public string? Key { get; init; }
    /// <summary>Data folder.</summary>
    public string? Data { get; init; }

    /// <summary>Whether something sets the style, so that it is worth seeing what the images are without it.</summary>
    public bool HasSources => References.Count + Aesthetics.Count + Styles.Count > 0;
}

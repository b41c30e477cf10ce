namespace KreaPlatform.Standalone.Generate;

/// <summary>The body of <c>POST /v1/generations</c>; what is null is left out.</summary>
internal sealed record GenerationBody
{
    /// <summary>Id of the model.</summary>
    public string? Model { get; init; }
    /// <summary>What to draw.</summary>
    public string? Prompt { get; init; }
    /// <summary>What to stay away from.</summary>
    public string? NegativePrompt { get; init; }
    /// <summary>How many images.</summary>
    public int? N { get; init; }
    /// <summary>Pixels.</summary>
    public int? Width { get; init; }
    /// <summary>Pixels.</summary>
    public int? Height { get; init; }
    /// <summary>For instance <c>16:9</c>.</summary>
    public string? AspectRatio { get; init; }
    /// <summary>Seed of the first image.</summary>
    public long? Seed { get; init; }
    /// <summary>Denoising steps.</summary>
    public int? Steps { get; init; }
    /// <summary>Guidance in the Krea convention.</summary>
    public double? Guidance { get; init; }
    /// <summary>Style references.</summary>
    public IReadOnlyList<ReferenceBody>? References { get; init; }
    /// <summary>Named styles.</summary>
    public IReadOnlyList<StyleBody>? Styles { get; init; }
    /// <summary>Moodboards.</summary>
    public IReadOnlyList<MoodboardBody>? Moodboards { get; init; }
    /// <summary>How far the prompt is expanded.</summary>
    public string? Creativity { get; init; }
    /// <summary>How much images differ.</summary>
    public double? Diversity { get; init; }
    /// <summary>Slider.</summary>
    public int? Intensity { get; init; }
    /// <summary>Slider.</summary>
    public int? Complexity { get; init; }
    /// <summary>Slider.</summary>
    public int? Movement { get; init; }
    /// <summary>Image to start from.</summary>
    public string? Image { get; init; }
    /// <summary>How far to leave it.</summary>
    public double? Strength { get; init; }
    /// <summary>Where it may change.</summary>
    public string? Mask { get; init; }
    /// <summary>Enlargement.</summary>
    public int? Upscale { get; init; }
    /// <summary>How finished images are encoded.</summary>
    public OutputBody? Output { get; init; }

    /// <summary>The same request without what sets its style, from the seed that it got.</summary>
    public GenerationBody WithoutSources(long seed) => this with { References = null, Styles = null, Moodboards = null, Seed = seed };
}

/// <summary>A style reference.</summary>
internal sealed record ReferenceBody(string Image, double? Influence);

/// <summary>A named style.</summary>
internal sealed record StyleBody(string Id, double? Strength);

/// <summary>A moodboard of images that come along.</summary>
internal sealed record MoodboardBody(IReadOnlyList<BoardImageBody> Images, double? Strength);

/// <summary>An image of such a board.</summary>
internal sealed record BoardImageBody(string Image);

/// <summary>How finished images are encoded.</summary>
internal sealed record OutputBody(string Format);

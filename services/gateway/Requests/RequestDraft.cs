namespace KreaPlatform.Gateway.Requests;

/// <summary>A generation as a caller wrote it: the right types, but no value checked yet and no default filled in. REST and gRPC both end here.</summary>
public sealed class RequestDraft : Draft
{
    /// <summary>Id or alias of a model.</summary>
    public string? Model { get; set; }
    /// <summary>What to draw.</summary>
    public string? Prompt { get; set; }
    /// <summary>What to stay away from.</summary>
    public string? NegativePrompt { get; set; }
    /// <summary>Number of images.</summary>
    public long? N { get; set; }
    /// <summary>Pixels.</summary>
    public long? Width { get; set; }
    /// <summary>Pixels.</summary>
    public long? Height { get; set; }
    /// <summary>For instance <c>16:9</c>.</summary>
    public string? AspectRatio { get; set; }
    /// <summary>Pixels of the finished images, whatever the model draws: for other APIs, whose sizes are theirs. No field of the body.</summary>
    public (int Width, int Height)? Delivered { get; set; }
    /// <summary>Seed of the first image.</summary>
    public long? Seed { get; set; }
    /// <summary>Denoising steps.</summary>
    public long? Steps { get; set; }
    /// <summary>Guidance in the Krea convention; may be NaN here.</summary>
    public double? Guidance { get; set; }
    /// <summary>Style references, each with its influence; an element that could not be read is null.</summary>
    public IReadOnlyList<ReferenceDraft?>? References { get; set; }
    /// <summary>Named styles; an element that could not be read is null.</summary>
    public IReadOnlyList<NamedStyleDraft?>? Styles { get; set; }
    /// <summary>Moodboards; an element that could not be read is null.</summary>
    public IReadOnlyList<MoodboardDraft?>? Moodboards { get; set; }
    /// <summary>How far the prompt may be expanded.</summary>
    public string? Creativity { get; set; }
    /// <summary>Annealed noise on the context; may be NaN here.</summary>
    public double? Diversity { get; set; }
    /// <summary>Slider from muted to vivid.</summary>
    public long? Intensity { get; set; }
    /// <summary>Slider from plain to busy.</summary>
    public long? Complexity { get; set; }
    /// <summary>Slider from still to moving.</summary>
    public long? Movement { get; set; }
    /// <summary>Which image to start from.</summary>
    public string? Image { get; set; }
    /// <summary>How far to leave it; may be NaN here.</summary>
    public double? Strength { get; set; }
    /// <summary>Which image says where it may change.</summary>
    public string? Mask { get; set; }
    /// <summary>Enlargement after drawing.</summary>
    public long? Upscale { get; set; }
    /// <summary>How finished images are encoded.</summary>
    public OutputDraft? Output { get; set; }
    /// <summary>The caller's own end user.</summary>
    public string? User { get; set; }
    /// <summary>The caller's own pairs.</summary>
    public IReadOnlyDictionary<string, string>? Metadata { get; set; }
    /// <summary>Where the end is told.</summary>
    public JobWebhookDraft? Webhook { get; set; }
    /// <summary>Seconds after which the job is of no use.</summary>
    public long? DeadlineSeconds { get; set; }
    /// <summary>Whether the same request must give the same pixels again.</summary>
    public bool? Reproducible { get; set; }
}

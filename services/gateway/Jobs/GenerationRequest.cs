using KreaPlatform.Contracts.Generation;
using KreaPlatform.Gateway.Webhooks.Events;

namespace KreaPlatform.Gateway.Jobs;

/// <summary>A generation request as understood: validated, defaults filled in. Stored with the job and echoed as its <c>request</c>.</summary>
public sealed record GenerationRequest
{
    /// <summary>The model's id.</summary>
    public required string Model { get; init; }
    /// <summary>What to draw.</summary>
    public required string Prompt { get; init; }
    /// <summary>What to stay away from.</summary>
    public string? NegativePrompt { get; init; }
    /// <summary>How many images; 1 to 16.</summary>
    public required int N { get; init; }
    /// <summary>Pixels that the model draws.</summary>
    public required int Width { get; init; }
    /// <summary>Pixels that the model draws.</summary>
    public required int Height { get; init; }
    /// <summary>Enlargement after drawing: 1, 2, 3, 4 or 8.</summary>
    public int Upscale { get; init; } = 1;
    /// <summary>Pixels of the finished images: as drawn, enlarged, and cropped to the aspect ratio where the model draws none of exactly that.</summary>
    public int OutputWidth { get => field > 0 ? field : Width * Upscale; init; }
    /// <summary>See <see cref="OutputWidth"/>.</summary>
    public int OutputHeight { get => field > 0 ? field : Height * Upscale; init; }
    /// <summary>The ratio that was asked for, when sizes were given by ratio.</summary>
    public string? AspectRatio { get; init; }
    /// <summary>Seed of the first image; drawn at random when the caller named none.</summary>
    public required long Seed { get; init; }
    /// <summary>Denoising steps.</summary>
    public required int Steps { get; init; }
    /// <summary>Guidance in the Krea convention.</summary>
    public required double Guidance { get; init; }
    /// <summary>Style references.</summary>
    public IReadOnlyList<ReferenceInput> References { get; init; } = [];
    /// <summary>Named styles.</summary>
    public IReadOnlyList<StyleInput> Styles { get; init; } = [];
    /// <summary>Moodboards.</summary>
    public IReadOnlyList<MoodboardInput> Moodboards { get; init; } = [];
    /// <summary>How far the prompt is expanded: <c>raw</c>, <c>low</c>, <c>medium</c> or <c>high</c>.</summary>
    public string Creativity { get; init; } = CreativityLevels.Raw;
    /// <summary>Annealed noise on the context, 0 to 1.</summary>
    public double Diversity { get; init; }
    /// <summary>Slider from muted to vivid, -100 to 100.</summary>
    public int Intensity { get; init; }
    /// <summary>Slider from plain to busy, -100 to 100.</summary>
    public int Complexity { get; init; }
    /// <summary>Slider from still to moving, -100 to 100.</summary>
    public int Movement { get; init; }
    /// <summary>The image that the images start from: an asset, or the image of a generation as <c>gen_…/images/0</c>.</summary>
    public string? Image { get; init; }
    /// <summary>How far to leave it, 0 to 1; null without one.</summary>
    public double? Strength { get; init; }
    /// <summary>The image that says where it may change: white repaints, black keeps.</summary>
    public string? Mask { get; init; }
    /// <summary>How finished images are encoded.</summary>
    public required OutputSpec Output { get; init; }
    /// <summary>The caller's own end user.</summary>
    public string? User { get; init; }
    /// <summary>The caller's own notes.</summary>
    public IReadOnlyDictionary<string, string>? Metadata { get; init; }
    /// <summary>Seconds from acceptance after which the job fails if it has not ended.</summary>
    public required int DeadlineSeconds { get; init; }
    /// <summary>Whether the job keeps away from batching with others.</summary>
    public bool Reproducible { get; init; }

    /// <summary>Where its end is told.</summary>
    public WebhookTarget? Webhook { get; init; }

    /// <summary>Denoising work: image tokens x evaluations a step x steps that are run x images. What queues are weighed by.</summary>
    public long Work()
    {
        var sources = References.Count(r => r.Influence != 0) + Styles.Count(s => s.Strength != 0) + Moodboards.Count(m => m.Strength != 0);
        var steps = Mask is null && Strength is { } strength ? (long)Math.Ceiling(Steps * strength) : Steps;
        return (long)(Width / 16) * (Height / 16) * (1 + (Guidance > 0 ? 1 : 0) + sources) * Math.Max(1, steps) * N;
    }

    /// <summary>The part that a worker needs.</summary>
    /// <param name="sources">What its images, styles and boards are; null when it has none.</param>
    public GenerationSpec ToSpec(JobSources? sources)
    {
        var cropped = (OutputWidth, OutputHeight) != (Width * Upscale, Height * Upscale);
        return new GenerationSpec
        {
            Model = Model, Prompt = Prompt, NegativePrompt = NegativePrompt, Count = N, Width = Width, Height = Height, Seed = Seed, Steps = Steps,
            Guidance = Guidance, Output = Output, Reproducible = Reproducible, Creativity = Creativity, Diversity = Diversity, Intensity = Intensity,
            Complexity = Complexity, Movement = Movement, Upscale = Upscale, Sources = sources?.Styles ?? [], Edit = sources?.Edit,
            CropWidth = cropped ? OutputWidth : null, CropHeight = cropped ? OutputHeight : null,
        };
    }
}

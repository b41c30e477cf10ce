namespace KreaPlatform.Contracts.Generation;

/// <summary>A generation as the gateway understood it: validated, defaults filled in. What a worker needs to make the images, and nothing about who pays.</summary>
public sealed record GenerationSpec
{
    /// <summary>The id of the model (the bundle's <c>id</c>).</summary>
    public required string Model { get; init; }
    /// <summary>What to draw; 1 to 4,000 characters.</summary>
    public required string Prompt { get; init; }
    /// <summary>What to stay away from; null means the empty prompt. Used only when <see cref="Guidance"/> is above 0.</summary>
    public string? NegativePrompt { get; init; }
    /// <summary>How many images; 1 to 16.</summary>
    public required int Count { get; init; }
    /// <summary>Pixels that the model draws; a multiple of 16. Any size where nothing is drawn: an <see cref="Edit"/> of strength 0 without a mask.</summary>
    public required int Width { get; init; }
    /// <summary>See <see cref="Width"/>.</summary>
    public required int Height { get; init; }
    /// <summary>Seed of the first image, 0 to 2^53 - 1; image i has (seed + i) mod 2^53.</summary>
    public required long Seed { get; init; }
    /// <summary>Denoising steps; 1 to 100.</summary>
    public required int Steps { get; init; }
    /// <summary>Guidance in the Krea convention: 0 is none, g means v_u + (1 + g)(v_t - v_u).</summary>
    public required double Guidance { get; init; }
    /// <summary>How finished images are encoded.</summary>
    public required OutputSpec Output { get; init; }
    /// <summary>Asks for the same pixels whatever else the worker does at the time: no batching with other jobs.</summary>
    public bool Reproducible { get; init; }
    /// <summary>Style sources, in the order of the request: references first (a reference's place is its index from 1 among them), then styles, then moodboards.</summary>
    public IReadOnlyList<SourceSpec> Sources { get; init; } = [];
    /// <summary>How the prompt is expanded; one of <see cref="CreativityLevels"/>.</summary>
    public string Creativity { get; init; } = CreativityLevels.Raw;
    /// <summary>Annealed noise on the context, 0 (none, changes no bit) to 1.</summary>
    public double Diversity { get; init; }
    /// <summary>Slider from muted to vivid, -100 to 100; 0 does nothing.</summary>
    public int Intensity { get; init; }
    /// <summary>Slider from plain to busy, -100 to 100; 0 does nothing.</summary>
    public int Complexity { get; init; }
    /// <summary>Slider from still to moving, -100 to 100; 0 does nothing.</summary>
    public int Movement { get; init; }
    /// <summary>Where the images start from; null for pure noise.</summary>
    public EditSpec? Edit { get; init; }
    /// <summary>Enlargement after decoding: 1, 2, 3, 4 or 8.</summary>
    public int Upscale { get; init; } = 1;
    /// <summary>
    /// When set with <see cref="CropHeight"/>: the enlarged image is scaled until it covers this size and cropped about its centre to exactly it. Where one
    /// side fits already, nothing is scaled.
    /// </summary>
    public int? CropWidth { get; init; }
    /// <summary>See <see cref="CropWidth"/>.</summary>
    public int? CropHeight { get; init; }
}

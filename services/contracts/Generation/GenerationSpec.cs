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
    /// <summary>Pixels; a multiple of 16.</summary>
    public required int Width { get; init; }
    /// <summary>Pixels; a multiple of 16.</summary>
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
}

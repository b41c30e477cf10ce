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
    /// <summary>Pixels.</summary>
    public required int Width { get; init; }
    /// <summary>Pixels.</summary>
    public required int Height { get; init; }
    /// <summary>The ratio that was asked for, when sizes were given by ratio.</summary>
    public string? AspectRatio { get; init; }
    /// <summary>Seed of the first image; drawn at random when the caller named none.</summary>
    public required long Seed { get; init; }
    /// <summary>Denoising steps.</summary>
    public required int Steps { get; init; }
    /// <summary>Guidance in the Krea convention.</summary>
    public required double Guidance { get; init; }
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

    /// <summary>Denoising work: image tokens x steps x images. What queues are weighed by.</summary>
    public long Work() => (long)(Width / 16) * (Height / 16) * Steps * N;

    /// <summary>The part that a worker needs.</summary>
    public GenerationSpec ToSpec() => new()
    {
        Model = Model, Prompt = Prompt, NegativePrompt = NegativePrompt, Count = N, Width = Width, Height = Height, Seed = Seed, Steps = Steps,
        Guidance = Guidance, Output = Output, Reproducible = Reproducible,
    };
}

using KreaPlatform.Contracts.Generation;
using KreaPlatform.Gateway.Jobs;

namespace KreaPlatform.Gateway.Rest;

/// <summary>A generation as the public API shows it.</summary>
public sealed record GenerationResource
{
    /// <summary>Id, <c>gen_…</c>.</summary>
    public required string Id { get; init; }
    /// <summary>Always <c>generation</c>.</summary>
    public string Object { get; } = "generation";
    /// <summary><c>backlogged</c>, <c>queued</c>, <c>running</c>, then one of <c>completed</c>, <c>failed</c>, <c>refused</c>, <c>cancelled</c>.</summary>
    public required JobStatus Status { get; init; }
    /// <summary>When it was accepted.</summary>
    public required DateTimeOffset CreatedAt { get; init; }
    /// <summary>When a worker first took it up.</summary>
    public required DateTimeOffset? StartedAt { get; init; }
    /// <summary>When it ended.</summary>
    public required DateTimeOffset? EndedAt { get; init; }
    /// <summary>The request as understood, defaults filled in.</summary>
    public required GenerationRequest Request { get; init; }
    /// <summary>What it was made from, for a rerun, a variation or an enlargement.</summary>
    public JobParent? Parent { get; init; }
    /// <summary>Place in the queue from 1, while it waits.</summary>
    public int? Position { get; init; }
    /// <summary>Seconds until it will probably have ended, while that can be told.</summary>
    public double? EtaSeconds { get; init; }
    /// <summary>Denoising steps done, while it runs.</summary>
    public ProgressResource? Progress { get; init; }
    /// <summary>The images, once it has completed; an image that was refused has no URL.</summary>
    public required IReadOnlyList<ImageResource> Images { get; init; }
    /// <summary>How the images were made, once it has completed.</summary>
    public GenerationReceipt? Receipt { get; init; }
    /// <summary>What it costs, in micro-units: all its images while it is open, the delivered ones once it has ended.</summary>
    public required long PriceMicros { get; init; }
    /// <summary>ISO 4217, of the price; null when it costs nothing.</summary>
    public required string? Currency { get; init; }
    /// <summary>Whose it is.</summary>
    public required RightsResource Rights { get; init; }
    /// <summary>Why it ended without images.</summary>
    public ErrorResource? Error { get; init; }
}

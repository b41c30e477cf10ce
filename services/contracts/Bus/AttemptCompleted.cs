using KreaPlatform.Contracts.Generation;

namespace KreaPlatform.Contracts.Bus;

/// <summary>Event of a worker: the attempt made its images, they are stored, and this is how. Published with confirms before the command is acknowledged.</summary>
public sealed record AttemptCompleted
{
    /// <summary>The job.</summary>
    public required string JobId { get; init; }
    /// <summary>Number of the attempt.</summary>
    public required int Attempt { get; init; }
    /// <summary>The worker that owned it.</summary>
    public required string Worker { get; init; }
    /// <summary>The images that were stored, ordered by index; empty when the filter refused them all.</summary>
    public required IReadOnlyList<StoredImage> Images { get; init; }
    /// <summary>The images that the filter refused, ordered by index.</summary>
    public IReadOnlyList<RefusedImage> Refused { get; init; } = [];
    /// <summary>How they were made.</summary>
    public required GenerationReceipt Receipt { get; init; }
    /// <summary>When the last image was stored.</summary>
    public required DateTimeOffset FinishedAt { get; init; }
}

using KreaPlatform.Contracts.Generation;

namespace KreaPlatform.Contracts.Bus;

/// <summary>Event of the gateway: a generation has ended with images and was charged. Published in the transaction that ended it, at least once.</summary>
public sealed record GenerationCompleted
{
    /// <summary>The job.</summary>
    public required string JobId { get; init; }
    /// <summary>Whose it is.</summary>
    public required string AccountId { get; init; }
    /// <summary>The account's own end user.</summary>
    public string? User { get; init; }
    /// <summary>What was asked for, as understood.</summary>
    public required GenerationSpec Spec { get; init; }
    /// <summary>When it was accepted.</summary>
    public required DateTimeOffset AcceptedAt { get; init; }
    /// <summary>When it ended.</summary>
    public required DateTimeOffset CompletedAt { get; init; }
    /// <summary>What was charged for it.</summary>
    public required Money Price { get; init; }
    /// <summary>How the images were made, with the measured influence of every source.</summary>
    public required GenerationReceipt Receipt { get; init; }
    /// <summary>The delivered images, with their vectors; those that the filter refused are not among them.</summary>
    public required IReadOnlyList<StoredImage> Images { get; init; }
}

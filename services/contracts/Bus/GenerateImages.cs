using KreaPlatform.Contracts.Generation;

namespace KreaPlatform.Contracts.Bus;

/// <summary>Command to a model's and tier's queue (<see cref="QueueNames.Generate"/>): make the images of this attempt, after claiming it with <see cref="ClaimAttempt"/>.</summary>
public sealed record GenerateImages
{
    /// <summary>The job.</summary>
    public required string JobId { get; init; }
    /// <summary>Number of the attempt, from 1.</summary>
    public required int Attempt { get; init; }
    /// <summary>Scheduling tier, for instance <c>free</c> or <c>pro</c>.</summary>
    public required string Tier { get; init; }
    /// <summary>What to make.</summary>
    public required GenerationSpec Spec { get; init; }
    /// <summary>When the job was accepted.</summary>
    public required DateTimeOffset AcceptedAt { get; init; }
    /// <summary>When the job fails if it has not ended.</summary>
    public required DateTimeOffset Deadline { get; init; }
}

namespace KreaPlatform.Contracts.Bus;

/// <summary>Event of the gateway: a generation was ended by its account; nothing was charged.</summary>
public sealed record GenerationCancelled
{
    /// <summary>The job.</summary>
    public required string JobId { get; init; }
    /// <summary>Whose it was.</summary>
    public required string AccountId { get; init; }
    /// <summary>The account's own end user.</summary>
    public string? User { get; init; }
    /// <summary>When it ended.</summary>
    public required DateTimeOffset At { get; init; }
}

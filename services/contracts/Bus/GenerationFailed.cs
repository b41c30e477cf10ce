namespace KreaPlatform.Contracts.Bus;

/// <summary>Event of the gateway: a generation has ended without images; what was set aside for it was given back.</summary>
public sealed record GenerationFailed
{
    /// <summary>The job.</summary>
    public required string JobId { get; init; }
    /// <summary>Whose it was.</summary>
    public required string AccountId { get; init; }
    /// <summary>The account's own end user.</summary>
    public string? User { get; init; }
    /// <summary>Why; one of <see cref="Generation.FailureCode"/>.</summary>
    public required string Code { get; init; }
    /// <summary>When it ended.</summary>
    public required DateTimeOffset At { get; init; }
}

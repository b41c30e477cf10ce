namespace KreaPlatform.Contracts.Bus;

/// <summary>Event of the gateway: the filter refused every image of a generation; nothing was charged.</summary>
public sealed record GenerationRefused
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

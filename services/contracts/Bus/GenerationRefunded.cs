namespace KreaPlatform.Contracts.Bus;

/// <summary>Event of the gateway: an administrator gave back the price of a completed generation, whole or in part. At most once a generation.</summary>
public sealed record GenerationRefunded
{
    /// <summary>The job.</summary>
    public required string JobId { get; init; }
    /// <summary>Whose it is.</summary>
    public required string AccountId { get; init; }
    /// <summary>What had been charged.</summary>
    public required Money Charged { get; init; }
    /// <summary>What was given back: above zero, at most what was charged.</summary>
    public required Money Refunded { get; init; }
    /// <summary>When.</summary>
    public required DateTimeOffset At { get; init; }
}

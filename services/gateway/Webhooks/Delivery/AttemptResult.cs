namespace KreaPlatform.Gateway.Webhooks.Delivery;

/// <summary>An attempt that was made.</summary>
/// <param name="Outcome">What it came to.</param>
/// <param name="At">When it began.</param>
/// <param name="Latency">How long the receiver took.</param>
public sealed record AttemptResult(AttemptOutcome Outcome, DateTimeOffset At, TimeSpan Latency)
{
    /// <summary>HTTP status of the answer; null when there was none.</summary>
    public int? Status { get; init; }
    /// <summary>One of <see cref="AttemptError"/>; null when it was delivered.</summary>
    public string? Error { get; init; }
    /// <summary>The first part of the answer's body.</summary>
    public string? Response { get; init; }
    /// <summary>The pause that the receiver asked for.</summary>
    public TimeSpan? RetryAfter { get; init; }
}

namespace KreaPlatform.Gateway.Webhooks.Delivery;

/// <summary>An attempt as the log keeps it.</summary>
/// <param name="Number">From 1, over all rounds.</param>
/// <param name="At">When it began.</param>
/// <param name="Status">HTTP status of the answer; null when there was none.</param>
/// <param name="LatencyMs">Milliseconds until the answer, or until it was given up.</param>
/// <param name="Error">One of <see cref="AttemptError"/>; null when it was delivered.</param>
/// <param name="Response">The first part of the answer's body.</param>
public sealed record DeliveryAttempt(int Number, DateTimeOffset At, int? Status, int LatencyMs, string? Error, string? Response);

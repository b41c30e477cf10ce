namespace KreaPlatform.Gateway.Webhooks.Delivery;

/// <summary>What becomes of a delivery after an attempt.</summary>
/// <param name="Status">Its state.</param>
/// <param name="DueAt">When the next attempt is due, while it is pending.</param>
public sealed record DeliveryDecision(DeliveryStatus Status, DateTimeOffset? DueAt)
{
    /// <summary>Decides after an attempt. Pure.</summary>
    /// <param name="outcome">What the attempt came to.</param>
    /// <param name="made">Attempts made in this round, this one included.</param>
    /// <param name="pause">The pause that the receiver asked for, already bounded; the next attempt is not before it.</param>
    /// <param name="now">Now.</param>
    /// <param name="schedule">The schedule.</param>
    /// <param name="random">From 0 to below 1.</param>
    public static DeliveryDecision After(AttemptOutcome outcome, int made, TimeSpan pause, DateTimeOffset now, RetrySchedule schedule, double random)
    {
        if (outcome == AttemptOutcome.Delivered) return new DeliveryDecision(DeliveryStatus.Delivered, null);
        if (outcome == AttemptOutcome.Gone || schedule.WaitAfter(made, random) is not { } wait) return new DeliveryDecision(DeliveryStatus.Failed, null);
        return new DeliveryDecision(DeliveryStatus.Pending, now + (wait > pause ? wait : pause));
    }
}

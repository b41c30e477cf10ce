namespace KreaPlatform.Gateway.Webhooks.Delivery;

/// <summary>
/// Keeps away from a receiver that only fails, so that neither it nor this side is busy with nothing: after some failures in a row it gets a pause, then
/// single probes, with a pause twice as long after each that fails. One that never recovers is given up. Pure.
/// </summary>
/// <param name="Threshold">Failures in a row before the first pause; at least 1.</param>
/// <param name="FirstPause">The first pause.</param>
/// <param name="LongestPause">The longest.</param>
/// <param name="GiveUpAfter">How long it may fail without one success.</param>
public sealed record CircuitBreaker(int Threshold, TimeSpan FirstPause, TimeSpan LongestPause, TimeSpan GiveUpAfter)
{
    /// <summary>Whether only a single probe may be under way.</summary>
    public bool IsProbing(CircuitState state) => state.Failures >= Threshold;

    /// <summary>The state after an attempt.</summary>
    /// <param name="state">The state before it.</param>
    /// <param name="outcome">What it came to.</param>
    /// <param name="pause">The pause that the receiver asked for, already bounded.</param>
    /// <param name="now">Now.</param>
    public CircuitState Next(CircuitState state, AttemptOutcome outcome, TimeSpan pause, DateTimeOffset now) => outcome switch
    {
        AttemptOutcome.Delivered => CircuitState.Closed,
        AttemptOutcome.Throttled => state with { OpenUntil = Later(state.OpenUntil, now + pause) },
        AttemptOutcome.Failed => Fail(state, now),
        _ => state,
    };

    /// <summary>Whether the receiver is to be given up.</summary>
    public bool GivesUp(CircuitState state, DateTimeOffset now) => IsProbing(state) && now - state.FailingSince >= GiveUpAfter;

    private CircuitState Fail(CircuitState state, DateTimeOffset now)
    {
        var since = state.FailingSince ?? now;
        // Attempts that were under way when the pause began say nothing new.
        if (IsProbing(state) && state.IsOpen(now)) return state with { FailingSince = since };
        var failures = state.Failures + 1;
        if (failures < Threshold) return new CircuitState(failures, since, state.OpenUntil);
        var wait = FirstPause * Math.Pow(2, Math.Min(failures - Threshold, 30));
        return new CircuitState(failures, since, now + (wait < LongestPause ? wait : LongestPause));
    }

    private static DateTimeOffset Later(DateTimeOffset? one, DateTimeOffset other) => one > other ? one.Value : other;
}

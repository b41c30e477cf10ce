using FsCheck;
using FsCheck.Fluent;
using FsCheck.Xunit;
using KreaPlatform.Gateway.Webhooks.Delivery;

namespace KreaPlatform.Gateway.Tests.Webhooks;

public sealed class CircuitBreakerTests
{
    private static readonly DateTimeOffset Start = new(2026, 1, 31, 12, 0, 0, TimeSpan.Zero);
    private static readonly CircuitBreaker Breaker = new(3, TimeSpan.FromSeconds(30), TimeSpan.FromMinutes(10), TimeSpan.FromDays(3));

    // What came of attempts, and how many seconds apart they ended.
    private static Arbitrary<(AttemptOutcome Outcome, int Seconds, int Pause)[]> Histories() =>
        (from events in Gen.ArrayOf(
            from outcome in Gen.Elements(AttemptOutcome.Delivered, AttemptOutcome.Failed, AttemptOutcome.Failed, AttemptOutcome.Failed, AttemptOutcome.Throttled)
            from seconds in Gen.Choose(0, 100_000)
            from pause in Gen.Choose(0, 3600)
            select (outcome, seconds, pause))
         select events).ToArbitrary();

    [Property(MaxTest = 1000)]
    public Property Every_history_keeps_its_promises() => Prop.ForAll(Histories(), history =>
    {
        var (state, now, inARow) = (CircuitState.Closed, Start, 0);
        foreach (var (outcome, seconds, pause) in history)
        {
            now = now.AddSeconds(seconds);
            var before = state;
            state = Breaker.Next(before, outcome, TimeSpan.FromSeconds(pause), now);
            inARow = outcome switch { AttemptOutcome.Delivered => 0, AttemptOutcome.Failed => inARow + 1, _ => inARow };

            // A success heals at once.
            if (outcome == AttemptOutcome.Delivered) Assert.Equal(CircuitState.Closed, state);
            // Never more failures than there were, and never a probe before the threshold.
            Assert.InRange(state.Failures, 0, inARow);
            if (inARow < Breaker.Threshold) Assert.False(Breaker.IsProbing(state));
            // Pauses are bounded, and a request for one is honoured.
            if (state.OpenUntil is { } until && outcome == AttemptOutcome.Failed && until > now && before.OpenUntil != until)
                Assert.InRange(until - now, Breaker.FirstPause, Breaker.LongestPause);
            if (outcome == AttemptOutcome.Throttled) Assert.True(state.OpenUntil >= now.AddSeconds(pause));
            if (outcome == AttemptOutcome.Throttled) Assert.Equal((before.Failures, before.FailingSince), (state.Failures, state.FailingSince));
            // It fails since its first failure, and is given up only after that long.
            Assert.Equal(inARow > 0, state.FailingSince is not null);
            if (Breaker.GivesUp(state, now)) Assert.True(now - state.FailingSince >= Breaker.GiveUpAfter);
        }
    });

    [Fact]
    public void Pauses_double_with_each_failed_probe_up_to_the_longest()
    {
        var (state, now) = (CircuitState.Closed, Start);
        List<double> pauses = [];
        for (var i = 0; i < 10; i++)
        {
            state = Breaker.Next(state, AttemptOutcome.Failed, TimeSpan.Zero, now);
            if (!state.IsOpen(now)) continue;
            pauses.Add((state.OpenUntil!.Value - now).TotalSeconds);
            now = state.OpenUntil.Value;
        }
        Assert.Equal([30, 60, 120, 240, 480, 600, 600, 600], pauses);
    }

    [Fact]
    public void Attempts_that_were_under_way_when_the_pause_began_do_not_lengthen_it()
    {
        var state = CircuitState.Closed;
        for (var i = 0; i < 3; i++) state = Breaker.Next(state, AttemptOutcome.Failed, TimeSpan.Zero, Start);
        var late = Breaker.Next(state, AttemptOutcome.Failed, TimeSpan.Zero, Start.AddSeconds(1));
        Assert.Equal(state, late);
        Assert.Equal(CircuitState.Closed, Breaker.Next(state, AttemptOutcome.Delivered, TimeSpan.Zero, Start.AddSeconds(1)));
    }
}

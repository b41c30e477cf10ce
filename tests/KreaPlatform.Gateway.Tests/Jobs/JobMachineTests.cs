using FsCheck;
using FsCheck.Fluent;
using FsCheck.Xunit;
using KreaPlatform.Gateway.Jobs;

namespace KreaPlatform.Gateway.Tests.Jobs;

public sealed class JobMachineTests
{
    private static readonly RetryPolicy Retry = new(3, TimeSpan.FromSeconds(1), TimeSpan.FromMinutes(1));

    private static readonly string[] Endings = [TransitionType.Completed, TransitionType.Failed, TransitionType.Refused, TransitionType.Cancelled];

    private static Gen<JobSignal> Signals { get; } =
        from attempt in Gen.Choose(1, 4)
        from worker in Gen.Elements("w1", "w2")
        from signal in Gen.Elements<JobSignal>(
            new JobSignal.Claim(attempt, worker), new JobSignal.Claim(attempt, worker), new JobSignal.Heartbeat(attempt, worker), new JobSignal.Complete(attempt, worker), new JobSignal.Complete(attempt, worker, AllRefused: true),
            new JobSignal.Fail(attempt, worker, "c", "m", true), new JobSignal.Fail(attempt, worker, "c", "m", false), new JobSignal.GiveBack(attempt, worker),
            new JobSignal.Silence(attempt, worker), new JobSignal.Cancel(), new JobSignal.Expire(), new JobSignal.Promote())
        select signal;

    [Property(MaxTest = 2000)]
    public Property Whatever_happens_a_job_ends_at_most_once_and_only_by_its_owner(bool backlogged) => Prop.ForAll(Signals.ListOf().ToArbitrary(), signals =>
    {
        var state = new JobState(backlogged ? JobStatus.Backlogged : JobStatus.Queued, 1, null, 0);
        var ended = 0;
        foreach (var signal in signals)
        {
            if (JobMachine.Decide(state, signal, Retry) is not { } decision) continue;
            Assert.False(state.Status.HasEnded(), "an ended job moved");
            Assert.True(decision.Next.Attempt == state.Attempt || decision.Next.Attempt == state.Attempt + 1);
            Assert.True(decision.Next.Failures <= Retry.MaxAttempts);
            Assert.Equal(decision.Next.Status == JobStatus.Running, decision.Next.Worker is not null);
            if (signal is JobSignal.Complete done) Assert.Equal((state.Attempt, state.Worker), (done.Attempt, done.Worker));
            if (decision.Next.Status.HasEnded()) ended++;
            // Nothing goes back to waiting for others, and what waits is touched by no worker.
            Assert.NotEqual(JobStatus.Backlogged, decision.Next.Status);
            if (state.Status == JobStatus.Backlogged) Assert.True(signal is JobSignal.Promote or JobSignal.Cancel or JobSignal.Expire);
            Assert.Equal(decision.Next.Status.HasEnded(), Endings.Contains(decision.Transition));
            Assert.Equal(decision.Next.Status is JobStatus.Failed or JobStatus.Refused, decision.ErrorCode is not null);
            // Only a return to the queue is followed by a dispatch: nothing waits for ever, nothing is sent for nothing.
            Assert.Equal(decision.Next.Status == JobStatus.Queued, decision.DispatchAfter is not null);
            state = decision.Next;
        }
        return ended <= 1 && (ended == 1) == state.Status.HasEnded();
    });

    [Fact]
    public void The_first_claimant_gets_the_attempt_and_may_ask_again()
    {
        var claimed = JobMachine.Decide(new JobState(JobStatus.Queued, 1, null, 0), new JobSignal.Claim(1, "w1"), Retry)!;
        Assert.Equal(TransitionType.Started, claimed.Transition);
        Assert.Null(JobMachine.Decide(claimed.Next, new JobSignal.Claim(1, "w2"), Retry));
        var again = JobMachine.Decide(claimed.Next, new JobSignal.Claim(1, "w1"), Retry)!;
        Assert.Null(again.Transition);
        Assert.True(again.RenewLease);
    }

    [Fact]
    public void Failures_that_may_pass_are_retried_with_growing_waits_and_then_end_the_job_with_the_last_reason()
    {
        var state = new JobState(JobStatus.Queued, 1, null, 0);
        var waits = new List<TimeSpan>();
        JobDecision decision;
        do
        {
            state = JobMachine.Decide(state, new JobSignal.Claim(state.Attempt, "w"), Retry)!.Next;
            decision = JobMachine.Decide(state, new JobSignal.Fail(state.Attempt, "w", "disk", "no room", true), Retry)!;
            if (decision.DispatchAfter is { } wait) waits.Add(wait);
            state = decision.Next;
        }
        while (!state.Status.HasEnded());
        Assert.Equal([TimeSpan.FromSeconds(1), TimeSpan.FromSeconds(2)], waits);
        Assert.Equal("attempts_exhausted", decision.ErrorCode);
        Assert.Contains("no room", decision.ErrorMessage);
    }

    [Fact]
    public void An_attempt_given_back_does_not_count_against_the_limit()
    {
        var state = new JobState(JobStatus.Running, 7, "w", 2);
        var decision = JobMachine.Decide(state, new JobSignal.GiveBack(7, "w"), Retry)!;
        Assert.Equal(new JobState(JobStatus.Queued, 8, null, 2), decision.Next);
        Assert.Equal(TimeSpan.Zero, decision.DispatchAfter);
    }
}

using KreaPlatform.Contracts.Generation;

namespace KreaPlatform.Gateway.Jobs;

/// <summary>
/// The job's state machine, pure. A signal either moves the job (a decision) or is discarded (null): it comes from somebody who does not own the
/// attempt, or the job has ended. An ended job never moves again, so it ends once.
/// </summary>
public static class JobMachine
{
    /// <summary>What <paramref name="signal"/> does to a job in <paramref name="state"/>; null when it is discarded.</summary>
    public static JobDecision? Decide(JobState state, JobSignal signal, RetryPolicy retry)
    {
        if (state.Status.HasEnded()) return null;
        return signal switch
        {
            JobSignal.Claim claim => Claim(state, claim),
            JobSignal.Heartbeat beat when Owns(state, beat.Attempt, beat.Worker) => new JobDecision(state) { RenewLease = true },
            JobSignal.Complete done when Owns(state, done.Attempt, done.Worker) => done.AllRefused
                ? End(state, JobStatus.Refused, TransitionType.Refused) with
                {
                    ErrorCode = FailureCode.OutputRefused, ErrorMessage = "The safety filter refused every image. Nothing was stored or charged.",
                }
                : End(state, JobStatus.Completed, TransitionType.Completed),
            JobSignal.Fail fail when Owns(state, fail.Attempt, fail.Worker) => fail.Transient
                ? Retry(state, fail.Code, fail.Message, retry)
                : End(state, JobStatus.Failed, TransitionType.Failed) with { ErrorCode = fail.Code, ErrorMessage = fail.Message },
            JobSignal.GiveBack back when Owns(state, back.Attempt, back.Worker) => Requeue(state, state.Failures, TimeSpan.Zero),
            JobSignal.Silence silence when Owns(state, silence.Attempt, silence.Worker) =>
                Retry(state, FailureCode.WorkerLost, "The worker stopped answering.", retry) with { StopWorker = true },
            JobSignal.Promote when state.Status == JobStatus.Backlogged =>
                new JobDecision(state with { Status = JobStatus.Queued }) { Transition = TransitionType.Queued, DispatchAfter = TimeSpan.Zero },
            JobSignal.Cancel => End(state, JobStatus.Cancelled, TransitionType.Cancelled) with { StopWorker = true },
            JobSignal.Expire => End(state, JobStatus.Failed, TransitionType.Failed) with
            {
                StopWorker = true, ErrorCode = FailureCode.DeadlineExceeded,
                ErrorMessage = state.Status switch
                {
                    JobStatus.Running => "The deadline passed while the images were being made.",
                    JobStatus.Backlogged => "The deadline passed while other jobs of the account were being made.",
                    _ => "The deadline passed before a worker was free.",
                },
            },
            _ => null,
        };
    }

    private static bool Owns(JobState state, int attempt, string worker) =>
        state.Status == JobStatus.Running && state.Attempt == attempt && state.Worker == worker;

    private static JobDecision? Claim(JobState state, JobSignal.Claim claim)
    {
        if (state.Attempt != claim.Attempt) return null;
        // The same worker asking again did not hear the answer.
        if (Owns(state, claim.Attempt, claim.Worker)) return new JobDecision(state) { RenewLease = true };
        if (state.Status != JobStatus.Queued) return null;
        return new JobDecision(state with { Status = JobStatus.Running, Worker = claim.Worker }) { Transition = TransitionType.Started, RenewLease = true };
    }

    private static JobDecision Retry(JobState state, string code, string message, RetryPolicy retry)
    {
        var failures = state.Failures + 1;
        if (failures < retry.MaxAttempts) return Requeue(state, failures, retry.DelayAfter(failures));
        return End(state with { Failures = failures }, JobStatus.Failed, TransitionType.Failed) with
        {
            ErrorCode = FailureCode.AttemptsExhausted, ErrorMessage = $"{failures} attempts failed, the last with {code}: {message}",
        };
    }

    private static JobDecision Requeue(JobState state, int failures, TimeSpan delay) =>
        new(new JobState(JobStatus.Queued, state.Attempt + 1, null, failures)) { Transition = TransitionType.Queued, DispatchAfter = delay };

    private static JobDecision End(JobState state, JobStatus status, string transition) =>
        new(state with { Status = status, Worker = null }) { Transition = transition };
}

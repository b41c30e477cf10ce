using KreaPlatform.Contracts.Bus;
using KreaPlatform.Gateway.Billing;
using KreaPlatform.Gateway.Blobs;
using KreaPlatform.Gateway.Data;
using KreaPlatform.Gateway.Idempotency;
using KreaPlatform.Gateway.Plans;
using KreaPlatform.Gateway.Watching;
using KreaPlatform.ServiceDefaults.Data;
using KreaPlatform.ServiceDefaults.Outbox;
using KreaPlatform.ServiceDefaults.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace KreaPlatform.Gateway.Jobs;

/// <summary>
/// Moves jobs: the only writer of their state. Each move is one transaction of
/// (1) the row, as <see cref="JobMachine"/> decides, (2) its numbered transition, (3) the messages that follow from it and whatever else
/// depends on the move (<see cref="IJobConsequence"/>); after the commit (4) watchers and workers are told, which may get lost, since the rows bring everything back.
/// </summary>
public sealed class JobLifecycle(ServiceDatabase<GatewayDb> database, JobSignals signals, Admissions admissions, Backlog backlog,
    IEnumerable<IJobConsequence> consequences, IBlobStore blobs, TimeProvider clock, IOptions<JobsOptions> options)
{
    private readonly IJobConsequence[] _consequences = [.. consequences];
    private readonly RetryPolicy _retry = options.Value.Retry;

    /// <summary>Accepts a job: its row, its first transition, its first command and the claim of the request's key, if it has one, are committed together.</summary>
    /// <returns>Null, or why the plan or the balance does not allow it, or that an image is gone; then nothing was written.</returns>
    public async Task<AdmissionRefusal?> AcceptAsync(Job job, Plan plan, IdempotencyClaim? claim, CancellationToken cancel)
    {
        var refusal = await database.WriteAsync(async db =>
        {
            if (job.Sources is { } sources && !await BlobHold.TakeAsync(db, blobs, sources.Blobs(), cancel)) return new AdmissionRefusal.ImageGone();
            if (await admissions.AdmitAsync(db, job, plan, cancel) is { } refused) return refused;
            (job.TransitionCount, job.Version, job.Dispatches) = (1, 1, 0);
            db.Jobs.Add(job);
            if (claim is not null) await claim.BindAsync(db, job.Id, cancel);
            var type = job.Status == JobStatus.Backlogged ? TransitionType.Backlogged : TransitionType.Queued;
            db.Transitions.Add(new Transition { JobId = job.Id, Number = 1, Type = type, Attempt = job.Attempt, At = job.CreatedAt });
            if (job.Status == JobStatus.Queued) Dispatch(db, job, job.CreatedAt);
            foreach (var consequence in _consequences) await consequence.ApplyAsync(db, job, type, job.CreatedAt, cancel);
            return null;
        }, cancel);
        if (refusal is null) signals.Moved(job);
        return refusal;
    }

    /// <summary>Applies a signal to a job in a transaction of its own; null when there is no such job or the signal was discarded.</summary>
    public async Task<JobChanged?> ApplyAsync(string jobId, JobSignal signal, CancellationToken cancel)
    {
        var change = await database.WriteAsync(db => ApplyAsync(db, jobId, signal, cancel), cancel);
        if (change is not null) Announce(change);
        return change;
    }

    /// <summary>
    /// Applies a signal inside the caller's transaction; <paramref name="fill"/> adds what the signal brought to a job that took it, before anything
    /// follows from the move. The caller announces the change after the commit (<see cref="Announce"/>).
    /// </summary>
    public async Task<JobChanged?> ApplyAsync(GatewayDb db, string jobId, JobSignal signal, CancellationToken cancel, Action<Job>? fill = null)
    {
        var job = await db.Jobs.SingleOrDefaultAsync(j => j.Id == jobId, cancel);
        if (job is null || JobMachine.Decide(job.State, signal, _retry) is not { } decision) return null;
        var now = clock.GetUtcNow();

        // (1) The row.
        var worker = job.Worker;
        job.Status = decision.Next.Status;
        job.Failures = decision.Next.Failures;
        job.Worker = decision.Next.Worker;
        job.Version++;
        if (decision.Next.Attempt != job.Attempt) (job.Attempt, job.Dispatches) = (decision.Next.Attempt, 0);
        job.LeaseUntil = decision.RenewLease ? await LeaseEndAsync(db, cancel) : job.Status == JobStatus.Running ? job.LeaseUntil : null;
        job.DispatchAt = null;
        if (job.Status == JobStatus.Running) job.StartedAt ??= now;
        if (job.Status.HasEnded()) (job.EndedAt, job.ErrorCode, job.ErrorMessage) = (now, decision.ErrorCode, decision.ErrorMessage);

        fill?.Invoke(job);

        // (2) The transition.
        if (decision.Transition is { } type)
            db.Transitions.Add(new Transition { JobId = job.Id, Number = ++job.TransitionCount, Type = type, Attempt = job.Attempt, At = now });

        // (3) The messages.
        if (decision.DispatchAfter is { } delay)
        {
            if (delay == TimeSpan.Zero) Dispatch(db, job, now);
            else job.DispatchAt = now + delay;
        }
        if (decision.StopWorker && worker is not null) db.Publish(new CancelGeneration { JobId = job.Id }, now);
        if (decision.Transition is { } moved)
            foreach (var consequence in _consequences) await consequence.ApplyAsync(db, job, moved, now, cancel);
        var change = new JobChanged(job, decision);
        return job.Counted && job.Status.HasEnded() ? change with { Promoted = await PromoteAsync(db, job.AccountId, job.Id, cancel) } : change;
    }

    /// <summary>Moves up what waits in an account's backlog and may run: after its plan was changed, and for whatever was missed.</summary>
    public async Task PromoteAsync(string accountId, CancellationToken cancel)
    {
        foreach (var change in await database.WriteAsync(db => PromoteAsync(db, accountId, null, cancel), cancel)) Announce(change);
    }

    private async Task<IReadOnlyList<JobChanged>> PromoteAsync(GatewayDb db, string accountId, string? ended, CancellationToken cancel)
    {
        await db.LockWalletAsync(accountId, cancel);
        var promoted = new List<JobChanged>();
        foreach (var id in await backlog.NextAsync(db, accountId, ended, cancel))
            if (await ApplyAsync(db, id, new JobSignal.Promote(), cancel) is { } change) promoted.Add(change);
        return promoted;
    }

    /// <summary>(4) Tells this process's and the other gateways' watchers, and the worker when it must stop.</summary>
    public void Announce(JobChanged change)
    {
        if (change.Decision.Transition is not null) signals.Moved(change.Job);
        if (change.Decision.StopWorker) signals.Stop(change.Job.Id);
        foreach (var promoted in change.Promoted) Announce(promoted);
    }

    /// <summary>Writes the command of the present attempt to the outbox and notes when it is sent again if nobody claims it.</summary>
    internal void Dispatch(GatewayDb db, Job job, DateTimeOffset now)
    {
        db.Send(QueueNames.Generate(job.Model, job.Tier), new GenerateImages
        {
            JobId = job.Id, Attempt = job.Attempt, Tier = job.Tier, Spec = job.ToSpec(), AcceptedAt = job.CreatedAt, Deadline = job.Deadline,
        }, now);
        var wait = options.Value.ResendAfter * Math.Pow(2, Math.Min(job.Dispatches, 20));
        job.DispatchAt = now + (wait < options.Value.LongestResendAfter ? wait : options.Value.LongestResendAfter);
        job.Dispatches++;
    }

    private async Task<long> LeaseEndAsync(GatewayDb db, CancellationToken cancel) =>
        await db.ReadNowMicrosAsync(cancel) + (long)options.Value.Lease.TotalMicroseconds;
}

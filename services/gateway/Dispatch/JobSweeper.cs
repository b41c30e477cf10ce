using KreaPlatform.Gateway.Data;
using KreaPlatform.Gateway.Jobs;
using KreaPlatform.ServiceDefaults.Bus;
using KreaPlatform.ServiceDefaults.Data;
using KreaPlatform.ServiceDefaults.Hosting;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace KreaPlatform.Gateway.Dispatch;

/// <summary>
/// Finds what nobody else will bring to an end: (1) leases that ran out, (2) deadlines that passed, (3) commands that nobody claimed.
/// Broker and Redis may be lost entirely: every open job is in the rows and is found here.
/// </summary>
public sealed partial class JobSweeper(
    ServiceDatabase<GatewayDb> database, JobLifecycle lifecycle, TimeProvider clock, IOptions<JobsOptions> options, IOptions<BusOptions> bus,
    ILogger<JobSweeper> logger) : PeriodicService(options.Value.SweepEvery, clock, logger)
{
    private const int Batch = 200;
    private bool _recovered = !bus.Value.IsVolatile;

    /// <inheritdoc/>
    public override async Task RunOnceAsync(CancellationToken cancel)
    {
        if (!_recovered) await RecoverAsync(cancel);
        _recovered = true;
        await SweepAsync(cancel);
    }

    /// <summary>One round over everything that is due.</summary>
    private async Task SweepAsync(CancellationToken cancel)
    {
        // (1) Leases, by the database's clock.
        var silent = await database.ReadAsync(db => db.Jobs
            .Where(j => j.Status == JobStatus.Running && j.LeaseUntil < DatabaseClock.NowMicros())
            .OrderBy(j => j.LeaseUntil).Take(Batch).Select(j => new { j.Id, j.Attempt, j.Worker }).ToListAsync(cancel), cancel);
        foreach (var job in silent)
        {
            LogSilent(Logger, job.Id, job.Attempt, job.Worker);
            await lifecycle.ApplyAsync(job.Id, new JobSignal.Silence(job.Attempt, job.Worker!), cancel);
        }

        // (2) Deadlines.
        var now = Clock.GetUtcNow();
        var late = await database.ReadAsync(db => db.Jobs
            .Where(j => (j.Status == JobStatus.Queued || j.Status == JobStatus.Running || j.Status == JobStatus.Backlogged) && j.Deadline <= now)
            .OrderBy(j => j.Deadline).Take(Batch).Select(j => j.Id).ToListAsync(cancel), cancel);
        foreach (var id in late) await lifecycle.ApplyAsync(id, new JobSignal.Expire(), cancel);

        // (3) Commands that nobody claimed, or whose backoff is over.
        var due = await database.ReadAsync(db => db.Jobs
            .Where(j => j.Status == JobStatus.Queued && j.DispatchAt <= now)
            .OrderBy(j => j.CreatedAt).Take(Batch).Select(j => j.Id).ToListAsync(cancel), cancel);
        foreach (var id in due) await ResendAsync(id, now, cancel);
    }

    private Task ResendAsync(string id, DateTimeOffset now, CancellationToken cancel) => database.WriteAsync(async db =>
    {
        // Looked at again inside the transaction: a worker may have claimed it meanwhile.
        var job = await db.Jobs.SingleOrDefaultAsync(j => j.Id == id && j.Status == JobStatus.Queued && j.DispatchAt <= now, cancel);
        if (job is null) return;
        job.Version++;
        lifecycle.Dispatch(db, job, now);
    }, cancel);

    // Messages in memory died with the process that owned the database, and so did its workers: everything open starts over at once.
    private Task RecoverAsync(CancellationToken cancel) => database.WriteAsync(async db =>
    {
        var now = Clock.GetUtcNow();
        await db.Jobs.Where(j => j.Status == JobStatus.Queued).ExecuteUpdateAsync(set => set.SetProperty(j => j.DispatchAt, now), cancel);
        await db.Jobs.Where(j => j.Status == JobStatus.Running).ExecuteUpdateAsync(set => set.SetProperty(j => j.LeaseUntil, 0L), cancel);
    }, cancel);

    [LoggerMessage(Level = LogLevel.Warning, Message = "Lease of {JobId} attempt {Attempt} held by {Worker} ran out")]
    private static partial void LogSilent(ILogger logger, string jobId, int attempt, string? worker);
}

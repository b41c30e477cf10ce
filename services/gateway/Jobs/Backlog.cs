using KreaPlatform.Gateway.Accounts;
using KreaPlatform.Gateway.Data;
using KreaPlatform.Gateway.Plans;
using Microsoft.EntityFrameworkCore;

namespace KreaPlatform.Gateway.Jobs;

/// <summary>
/// Keeps an account within its concurrent jobs: those beyond wait as <c>backlogged</c>, first in, first out, and one moves up in the transaction in which
/// another ends. Counted from the rows, under the account's wallet lock, so it holds over crashes and for any number of gateways. Since an account has
/// never more than its share in the queues, a thousand jobs of one delay no other's first.
/// </summary>
public sealed class Backlog(PlanCatalog plans)
{
    /// <summary>Decides whether a new job is queued or waits; the caller holds the wallet's lock when the plan has a limit.</summary>
    /// <returns>Null with <see cref="Job.Status"/> set, or that the backlog is full.</returns>
    public static async Task<AdmissionRefusal?> PlaceAsync(GatewayDb db, Job job, Plan plan, CancellationToken cancel)
    {
        job.Status = JobStatus.Queued;
        job.Counted = plan.ConcurrentJobs is not null;
        if (plan.ConcurrentJobs is not { } most) return null;
        var (active, waiting) = await CountAsync(db, job.AccountId, job.Id, cancel);
        if (waiting == 0 && active < most) return null;
        if (waiting >= plan.Backlog) return new AdmissionRefusal.BacklogFull(most, plan.Backlog.Value);
        job.Status = JobStatus.Backlogged;
        return null;
    }

    /// <summary>Ids of the account's waiting jobs that may move up now, oldest first; <paramref name="ended"/> is a job that ends in this very transaction.</summary>
    public async Task<List<string>> NextAsync(GatewayDb db, string accountId, string? ended, CancellationToken cancel)
    {
        var (active, waiting) = await CountAsync(db, accountId, ended, cancel);
        if (waiting == 0) return [];
        var plan = await db.Set<Account>().Where(a => a.Id == accountId).Select(a => a.Plan).SingleOrDefaultAsync(cancel);
        // An account without a row is the operator's own.
        var most = plan is null ? null : plans.Of(plan).ConcurrentJobs;
        var free = most - active ?? waiting;
        if (free <= 0) return [];
        return await db.Jobs.Where(j => j.AccountId == accountId && j.Status == JobStatus.Backlogged && j.Id != ended)
            .OrderBy(j => j.CreatedAt).ThenBy(j => j.Id).Take(free).Select(j => j.Id).ToListAsync(cancel);
    }

    /// <summary>How many of the account's jobs wait for a worker or run, and how many wait behind them; without the job <paramref name="except"/>.</summary>
    public static async Task<(int Active, int Waiting)> CountAsync(GatewayDb db, string accountId, string? except, CancellationToken cancel)
    {
        var counts = await db.Jobs
            .Where(j => j.AccountId == accountId && (j.Status == JobStatus.Backlogged || j.Status == JobStatus.Queued || j.Status == JobStatus.Running) && j.Id != except)
            .GroupBy(j => j.Status).Select(g => new { g.Key, Count = g.Count() }).ToListAsync(cancel);
        return (counts.Where(c => c.Key != JobStatus.Backlogged).Sum(c => c.Count), counts.Where(c => c.Key == JobStatus.Backlogged).Sum(c => c.Count));
    }
}

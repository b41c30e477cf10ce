using KreaPlatform.Contracts.Ids;
using KreaPlatform.Gateway.Data;
using KreaPlatform.Gateway.Idempotency;
using KreaPlatform.Gateway.Keys;
using KreaPlatform.Gateway.Paging;
using KreaPlatform.ServiceDefaults.Data;
using KreaPlatform.ServiceDefaults.Storage;
using Microsoft.EntityFrameworkCore;

namespace KreaPlatform.Gateway.Jobs;

/// <summary>What callers do with jobs, whichever protocol they come by. Another account's job is as good as none.</summary>
public sealed class JobService(ServiceDatabase<GatewayDb> database, JobLifecycle lifecycle, IBlobStore blobs, TimeProvider clock)
{
    /// <summary>
    /// Accepts a validated request. When this returns, the job is committed and will end. A request with a key whose earlier run died after making its job
    /// gets that job. One that the plan or the balance does not allow is refused, and nothing is written.
    /// </summary>
    public async Task<Admission> SubmitAsync(Caller caller, ResolvedRequest resolved, JobParent? parent, IdempotencyClaim? claim, CancellationToken cancel)
    {
        if (await FindEarlierAsync(caller, claim, cancel) is { } earlier) return earlier;
        var request = resolved.Request;
        // Stored times have microseconds; the answer to the submit must say the same as every later one.
        var now = UtcMicros.FromMicros(UtcMicros.ToMicros(clock.GetUtcNow()));
        var job = new Job
        {
            Id = PrefixedId.New(IdPrefix.Generation, now), AccountId = caller.AccountId, Tier = caller.Tier, Model = request.Model, EndUser = request.User,
            Request = request, Sources = resolved.Sources, Parent = parent, Work = request.Work(), Status = JobStatus.Queued, Attempt = 1, CreatedAt = now,
            Deadline = now.AddSeconds(request.DeadlineSeconds),
        };
        return await lifecycle.AcceptAsync(job, caller.Plan, claim, cancel) is { } refusal ? refusal : job;
    }

    /// <summary>The job that an earlier run of the same request made before it died; null when there is none.</summary>
    public async Task<Job?> FindEarlierAsync(Caller caller, IdempotencyClaim? claim, CancellationToken cancel) =>
        claim?.Resource is { } made ? await FindAsync(caller, made, cancel) : null;

    /// <summary>The account's job of that id, with its images.</summary>
    public Task<Job?> FindAsync(Caller caller, string id, CancellationToken cancel) => database.ReadAsync(
        db => db.Jobs.Include(j => j.Images.OrderBy(i => i.Index)).SingleOrDefaultAsync(j => j.Id == id && j.AccountId == caller.AccountId, cancel), cancel);

    /// <summary>A page of the account's jobs, newest first. <paramref name="after"/> is the last job of the page before.</summary>
    public async Task<JobPage> ListAsync(Caller caller, JobFilter filter, PageCursor? after, int limit, CancellationToken cancel)
    {
        var found = await database.ReadAsync(db =>
        {
            var jobs = db.Jobs.Include(j => j.Images.OrderBy(i => i.Index)).Where(j => j.AccountId == caller.AccountId);
            if (filter.Statuses is { } statuses) jobs = jobs.Where(j => statuses.Contains(j.Status));
            if (filter.Model is { } model) jobs = jobs.Where(j => j.Model == model);
            if (filter.User is { } user) jobs = jobs.Where(j => j.EndUser == user);
            if (filter.CreatedAfter is { } from) jobs = jobs.Where(j => j.CreatedAt >= from);
            if (filter.CreatedBefore is { } to) jobs = jobs.Where(j => j.CreatedAt < to);
            if (after is { } cursor)
                jobs = jobs.Where(j => j.CreatedAt < cursor.CreatedAt || (j.CreatedAt == cursor.CreatedAt && string.Compare(j.Id, cursor.Id) < 0));
            return jobs.OrderByDescending(j => j.CreatedAt).ThenByDescending(j => j.Id).Take(limit + 1).ToListAsync(cancel);
        }, cancel);
        if (found.Count <= limit) return new JobPage(found, null);
        found.RemoveAt(limit);
        return new JobPage(found, new PageCursor(found[^1].CreatedAt, found[^1].Id).ToString());
    }

    /// <summary>Ends a job that has not ended. Nothing is made for it after this returns that anybody will see.</summary>
    public async Task<CancelOutcome> CancelAsync(Caller caller, string id, CancellationToken cancel)
    {
        if (!await IsOwnedAsync(caller, id, cancel)) return CancelOutcome.NotFound;
        return await lifecycle.ApplyAsync(id, new JobSignal.Cancel(), cancel) is null ? CancelOutcome.AlreadyEnded : CancelOutcome.Cancelled;
    }

    /// <summary>Removes the bytes of a job's images and keeps the accounting; an open job is cancelled first. Null when the account has no such job.</summary>
    public async Task<Job?> DeleteImagesAsync(Caller caller, string id, CancellationToken cancel)
    {
        if (await CancelAsync(caller, id, cancel) == CancelOutcome.NotFound) return null;
        await ImageRemoval.RemoveAsync(database, blobs, db => db.Images.Where(i => i.JobId == id), clock.GetUtcNow(), cancel);
        return await FindAsync(caller, id, cancel);
    }

    private Task<bool> IsOwnedAsync(Caller caller, string id, CancellationToken cancel) =>
        database.ReadAsync(db => db.Jobs.AnyAsync(j => j.Id == id && j.AccountId == caller.AccountId, cancel), cancel);
}

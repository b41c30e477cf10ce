using System.Runtime.CompilerServices;
using KreaPlatform.Contracts.Live;
using KreaPlatform.Gateway.Data;
using KreaPlatform.Gateway.Jobs;
using KreaPlatform.Gateway.Keys;
using KreaPlatform.ServiceDefaults.Data;

namespace KreaPlatform.Gateway.Watching;

/// <summary>Streams of what happens to a job.</summary>
public sealed class JobWatch(ServiceDatabase<GatewayDb> database, JobFeeds feeds, JobQueue queue, LiveProgress progress, JobService jobs, TimeProvider clock)
{
    /// <summary>
    /// Every transition after <paramref name="after"/>, each once and in order, then a snapshot of progress, then live until the job ends.
    /// Ends at once when there is nothing to come.
    /// </summary>
    public async IAsyncEnumerable<JobEvent> WatchAsync(string jobId, int after, [EnumeratorCancellation] CancellationToken cancel)
    {
        // Joined before the first read, so that nothing falls between the two.
        using var live = feeds.Join(jobId);
        var (job, missed) = await JobHistory.ReadAsync(database, jobId, after, cancel);
        if (job is null) yield break;
        var place = await queue.PlaceOfAsync(job, cancel);
        foreach (var transition in missed) yield return JobHistory.ToEvent(transition, job, place);
        if (job.Status.HasEnded()) yield break;
        var number = Math.Max(after, job.TransitionCount);
        var step = await progress.LatestAsync(job);
        if (step is not null)
            yield return new JobEvent { Type = JobEvent.StepType, Number = number, At = clock.GetUtcNow(), Live = step };

        await foreach (var item in live.Events.ReadAllAsync(cancel))
        {
            if (item.Job is null)
            {
                // What was sent before the replay's last transition, or is in the snapshot, is stale.
                if (item.Number >= number && !IsIn(step, item.Live)) yield return item;
                continue;
            }
            if (item.Number <= number) continue;
            if (item.Number == number + 1)
            {
                number = item.Number;
                yield return item;
                if (item.IsLast) yield break;
                continue;
            }

            // This watcher was too slow and lost some: the rows have them.
            (job, missed) = await JobHistory.ReadAsync(database, jobId, number, cancel);
            if (job is null) yield break;
            foreach (var transition in missed)
            {
                number = transition.Number;
                yield return JobHistory.ToEvent(transition, job, item.Place);
            }
            if (job.Status.HasEnded()) yield break;
        }
    }

    /// <summary>The account's job once it has ended, or as it is after <paramref name="wait"/>; null when the account has no such job.</summary>
    public async Task<Job?> WaitForEndAsync(Caller caller, string id, TimeSpan wait, CancellationToken cancel)
    {
        var job = await jobs.FindAsync(caller, id, cancel);
        if (job is null || job.Status.HasEnded() || wait <= TimeSpan.Zero) return job;
        using var timeout = new CancellationTokenSource(wait, clock);
        using var linked = CancellationTokenSource.CreateLinkedTokenSource(timeout.Token, cancel);
        try
        {
            await foreach (var item in WatchAsync(id, job.TransitionCount, linked.Token))
                if (item.IsLast) return item.Job;
        }
        catch (OperationCanceledException) when (!cancel.IsCancellationRequested)
        {
            // The wait is over first.
        }
        return await jobs.FindAsync(caller, id, cancel);
    }

    private static bool IsIn(LiveUpdate? snapshot, LiveUpdate? live) =>
        live is { Kind: LiveUpdateKind.Step } && live.Attempt == snapshot?.Attempt && live.Step <= snapshot.Step;
}

using System.Collections.Concurrent;
using KreaPlatform.Gateway.Data;
using KreaPlatform.Gateway.Jobs;
using KreaPlatform.Gateway.Models;
using KreaPlatform.ServiceDefaults.Data;
using Microsoft.EntityFrameworkCore;

namespace KreaPlatform.Gateway.Watching;

/// <summary>Tells open jobs their place: the work before them, by measured speed, over the slots that serve their model.</summary>
public sealed class JobQueue(ServiceDatabase<GatewayDb> database, ModelRegistry models, LiveProgress progress)
{
    private const int History = 20;
    private readonly ConcurrentDictionary<string, Throughput> _speed = new();

    /// <summary>Learns from a finished attempt.</summary>
    public void Learn(string model, double work, TimeSpan took) =>
        _speed.AddOrUpdate(model, _ => Throughput.None.With(work, took.TotalSeconds), (_, known) => known.With(work, took.TotalSeconds));

    /// <summary>The job's place; null once it has ended.</summary>
    public async Task<Place?> PlaceOfAsync(Job job, CancellationToken cancel)
    {
        if (job.Status.HasEnded()) return null;
        var speed = await SpeedOfAsync(job.Model, cancel);
        if (job.Status == JobStatus.Running)
        {
            var done = await progress.LatestAsync(job) is { Steps: > 0 } step ? (double)step.Step / step.Steps : 0;
            return new Place(0, Round(speed.SecondsFor(job.Work) * (1 - done)));
        }

        var ahead = await database.ReadAsync(async db => new
        {
            Waiting = await db.Jobs
                .Where(j => j.Status == JobStatus.Queued && j.Model == job.Model && j.Tier == job.Tier)
                .Where(j => j.CreatedAt < job.CreatedAt || (j.CreatedAt == job.CreatedAt && string.Compare(j.Id, job.Id) < 0))
                .GroupBy(_ => 1).Select(g => new { Jobs = g.Count(), Work = g.Sum(j => j.Work) }).SingleOrDefaultAsync(cancel),
            Running = await db.Jobs.Where(j => j.Status == JobStatus.Running && j.Model == job.Model).SumAsync(j => j.Work, cancel),
        }, cancel);
        var position = (ahead.Waiting?.Jobs ?? 0) + 1;
        if (speed.SecondsFor(job.Work) is not { } own) return new Place(position, null);

        // Running jobs are half done on average. The fixed part of each waiting job counts once a job.
        var slots = Math.Max(1, models.SlotsFor(job.Model));
        var waiting = ahead.Waiting is { Jobs: > 0 } w ? w.Jobs * speed.SecondsFor((double)w.Work / w.Jobs)!.Value : 0;
        var running = ahead.Running > 0 ? speed.SecondsFor(ahead.Running)!.Value / 2 : 0;
        return new Place(position, Round((waiting + running) / slots + own));
    }

    // A gateway that has just started learns from the jobs that ended before.
    private async Task<Throughput> SpeedOfAsync(string model, CancellationToken cancel)
    {
        if (_speed.TryGetValue(model, out var known)) return known;
        var past = await database.ReadAsync(db => db.Jobs
            .Where(j => j.Status == JobStatus.Completed && j.Model == model && j.StartedAt != null && j.Failures == 0)
            .OrderByDescending(j => j.EndedAt).Take(History)
            .Select(j => new { j.Work, j.StartedAt, j.EndedAt }).ToListAsync(cancel), cancel);
        if (past.Count == 0) return Throughput.None;
        past.Reverse();
        var learnt = past.Aggregate(Throughput.None, (speed, j) => speed.With(j.Work, (j.EndedAt!.Value - j.StartedAt!.Value).TotalSeconds));
        return _speed.GetOrAdd(model, learnt);
    }

    private static double? Round(double? seconds) => seconds is { } s ? Math.Round(s, 2) : null;
}

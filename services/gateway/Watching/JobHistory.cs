using KreaPlatform.Gateway.Data;
using KreaPlatform.Gateway.Jobs;
using KreaPlatform.ServiceDefaults.Data;
using Microsoft.EntityFrameworkCore;

namespace KreaPlatform.Gateway.Watching;

/// <summary>A job and what happened to it.</summary>
internal static class JobHistory
{
    /// <summary>The job with its images, and its transitions after a number, in order.</summary>
    public static Task<(Job? Job, IReadOnlyList<Transition> Fresh)> ReadAsync(ServiceDatabase<GatewayDb> database, string jobId, int after, CancellationToken cancel) =>
        database.ReadAsync(async db =>
        {
            var job = await db.Jobs.Include(j => j.Images.OrderBy(i => i.Index)).SingleOrDefaultAsync(j => j.Id == jobId, cancel);
            if (job is null || job.TransitionCount <= after) return (job, (IReadOnlyList<Transition>)[]);
            var count = job.TransitionCount;
            var fresh = await db.Transitions.Where(t => t.JobId == jobId && t.Number > after && t.Number <= count).OrderBy(t => t.Number).ToListAsync(cancel);
            return (job, fresh);
        }, cancel);

    /// <summary>The event that tells of a transition.</summary>
    public static JobEvent ToEvent(Transition transition, Job job, Place? place) => new()
    {
        Type = transition.Type, Number = transition.Number, At = transition.At, Job = job,
        Place = transition.Number == job.TransitionCount ? place : null,
        IsLast = transition.Number == job.TransitionCount && job.Status.HasEnded(),
    };
}

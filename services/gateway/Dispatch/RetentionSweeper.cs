using KreaPlatform.Gateway.Blobs;
using KreaPlatform.Gateway.Data;
using KreaPlatform.Gateway.Jobs;
using KreaPlatform.ServiceDefaults.Data;
using KreaPlatform.ServiceDefaults.Hosting;
using KreaPlatform.ServiceDefaults.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace KreaPlatform.Gateway.Dispatch;

/// <summary>Honours the operator's retention time, removes bytes of discarded results, and forgets handled message ids after a day.</summary>
public sealed class RetentionSweeper(
    ServiceDatabase<GatewayDb> database, IBlobStore blobs, TimeProvider clock, IOptions<JobsOptions> options, ILogger<RetentionSweeper> logger)
    : PeriodicService(TimeSpan.FromMinutes(1), clock, logger)
{
    private const int Batch = 100;
    private static readonly TimeSpan InboxLifetime = TimeSpan.FromDays(1);

    /// <inheritdoc/>
    public override async Task RunOnceAsync(CancellationToken cancel)
    {
        var now = Clock.GetUtcNow();
        if (options.Value.Retention is { } retention)
        {
            var before = now - retention;
            var removed = 0;
            do
            {
                removed = await ImageRemoval.RemoveAsync(database, blobs, db => db.Images
                    .Where(i => i.Blob != null && db.Jobs.Any(j => j.Id == i.JobId && j.EndedAt < before)).OrderBy(i => i.JobId).Take(Batch), now, cancel);
            }
            while (removed == Batch);
        }

        var grace = now - options.Value.UnusedBlobGrace;
        var unused = await database.ReadAsync(db => db.UnusedBlobs.Where(b => b.NotedAt < grace).OrderBy(b => b.NotedAt).Take(Batch).ToListAsync(cancel), cancel);
        foreach (var blob in unused)
        {
            if (await BlobRemoval.RemoveIfUnusedAsync(database, blobs, blob.Address, cancel)) continue;
            // An open job needs them: others first.
            await database.WriteAsync(db => db.UnusedBlobs.Where(b => b.Address == blob.Address).ExecuteUpdateAsync(set => set.SetProperty(b => b.NotedAt, now), cancel), cancel);
        }

        var handled = now - InboxLifetime;
        await database.WriteAsync(db => db.Inbox.Where(m => m.HandledAt < handled).ExecuteDeleteAsync(cancel), cancel);
    }
}

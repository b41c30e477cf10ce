using KreaPlatform.Contracts.Bus;
using KreaPlatform.Gateway.Data;
using KreaPlatform.ServiceDefaults.Data;
using KreaPlatform.ServiceDefaults.Hosting;
using KreaPlatform.ServiceDefaults.Outbox;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace KreaPlatform.Gateway.Assets;

/// <summary>Asks again for descriptions that never came: the broker may have been lost with the question or the answer.</summary>
public sealed class DescriptionSweeper(ServiceDatabase<GatewayDb> database, TimeProvider clock, IOptions<AssetsOptions> options, ILogger<DescriptionSweeper> logger)
    : PeriodicService(TimeSpan.FromMinutes(1), clock, logger)
{
    private const int Batch = 100;

    /// <inheritdoc/>
    public override Task RunOnceAsync(CancellationToken cancel) => database.WriteAsync(async db =>
    {
        var now = Clock.GetUtcNow();
        var before = now - options.Value.AskAgainAfter;
        var waiting = await db.Assets.Where(a => a.Description == DescriptionStatus.Pending && a.DescriptionAskedAt < before)
            .OrderBy(a => a.DescriptionAskedAt).Take(Batch).ToListAsync(cancel);
        foreach (var asset in waiting) asset.DescriptionAskedAt = now;
        foreach (var blob in waiting.Select(a => a.Blob).Distinct()) db.Send(QueueNames.Describe, new DescribeImage { Blob = blob }, now);
    }, cancel);
}

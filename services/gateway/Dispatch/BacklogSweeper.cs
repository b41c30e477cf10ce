using KreaPlatform.Gateway.Data;
using KreaPlatform.Gateway.Jobs;
using KreaPlatform.ServiceDefaults.Data;
using KreaPlatform.ServiceDefaults.Hosting;
using Microsoft.EntityFrameworkCore;

namespace KreaPlatform.Gateway.Dispatch;

/// <summary>Moves up what no ending job will move: after a plan in the configuration was widened, or an account changed from a plan without limits.</summary>
public sealed class BacklogSweeper(ServiceDatabase<GatewayDb> database, JobLifecycle lifecycle, TimeProvider clock, ILogger<BacklogSweeper> logger)
    : PeriodicService(TimeSpan.FromSeconds(30), clock, logger)
{
    /// <inheritdoc/>
    public override async Task RunOnceAsync(CancellationToken cancel)
    {
        var accounts = await database.ReadAsync(
            db => db.Jobs.Where(j => j.Status == JobStatus.Backlogged).Select(j => j.AccountId).Distinct().ToListAsync(cancel), cancel);
        foreach (var account in accounts) await lifecycle.PromoteAsync(account, cancel);
    }
}

using KreaPlatform.Gateway.Data;
using KreaPlatform.ServiceDefaults.Data;
using KreaPlatform.ServiceDefaults.Hosting;
using Microsoft.EntityFrameworkCore;

namespace KreaPlatform.Gateway.Keys;

/// <summary>Writes down when keys were last used. What a crash loses of that is a minute.</summary>
internal sealed class KeyUseWriter(KeyUse use, ServiceDatabase<GatewayDb> database, TimeProvider clock, ILogger<KeyUseWriter> logger)
    : PeriodicService(TimeSpan.FromMinutes(1), clock, logger)
{
    public override async Task RunOnceAsync(CancellationToken cancel)
    {
        var used = use.Take();
        if (used.Count == 0) return;
        await database.WriteAsync(async db =>
        {
            // In one order, so that two gateways never wait for each other.
            foreach (var (id, at) in used.OrderBy(u => u.Key, StringComparer.Ordinal))
                await db.Set<ApiKey>().Where(k => k.Id == id && (k.LastUsedAt == null || k.LastUsedAt < at))
                    .ExecuteUpdateAsync(set => set.SetProperty(k => k.LastUsedAt, at), cancel);
        }, cancel);
    }
}

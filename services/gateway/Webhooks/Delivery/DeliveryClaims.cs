using KreaPlatform.Gateway.Data;
using KreaPlatform.Gateway.Webhooks.Endpoints;
using KreaPlatform.ServiceDefaults.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace KreaPlatform.Gateway.Webhooks.Delivery;

/// <summary>
/// Takes due deliveries for this gateway. Several gateways share the work: each skips what another is just looking at, and holds what it takes by a lease
/// on the database's clock, so that what a dead gateway held is taken up again.
/// </summary>
public sealed class DeliveryClaims(ServiceDatabase<GatewayDb> database, IOptions<WebhooksOptions> options)
{
    private const int Window = 256;
    private readonly CircuitBreaker _breaker = options.Value.Breaker;

    /// <summary>Claims what is due and has a slot in <paramref name="slots"/>, which is then taken; oldest first.</summary>
    public async Task<IReadOnlyList<ClaimedDelivery>> ClaimAsync(DeliverySlots slots, CancellationToken cancel)
    {
        List<string> taken = [];
        try
        {
            return await database.WriteAsync(async db =>
            {
                Release(slots, taken);
                return await ClaimAsync(db, slots, taken, cancel);
            }, cancel);
        }
        catch
        {
            Release(slots, taken);
            throw;
        }
    }

    private async Task<IReadOnlyList<ClaimedDelivery>> ClaimAsync(GatewayDb db, DeliverySlots slots, List<string> taken, CancellationToken cancel)
    {
        // 1. What is due, but for endpoints that have no room.
        var now = await NowAsync(db, cancel);
        var due = await DueAsync(db, now, slots.Full, cancel);
        if (due.Count == 0) return [];
        var ids = due.Select(d => d.EndpointId).Distinct().ToArray();
        var endpoints = await db.Set<WebhookEndpoint>().AsNoTracking().Where(e => ids.Contains(e.Id)).ToDictionaryAsync(e => e.Id, cancel);

        // 2. What has a slot. An endpoint that was disabled while something was written for it gets nothing.
        var lease = Guid.NewGuid().ToString("n");
        List<string> skipped = [];
        List<ClaimedDelivery> claimed = [];
        foreach (var delivery in due)
        {
            var endpoint = endpoints[delivery.EndpointId];
            if (!endpoint.Enabled && delivery.Type != Events.WebhookEventType.Test) skipped.Add(delivery.Id);
            else if (slots.TryTake(endpoint.Id, _breaker.IsProbing(endpoint.Circuit)))
            {
                taken.Add(endpoint.Id);
                claimed.Add(new ClaimedDelivery(delivery, endpoint, lease));
            }
        }

        // 3. The lease.
        var mine = claimed.Select(c => c.Delivery.Id).ToArray();
        var until = now + options.Value.Lease;
        if (mine.Length > 0)
            await db.Set<WebhookDelivery>().Where(d => mine.Contains(d.Id))
                .ExecuteUpdateAsync(set => set.SetProperty(d => d.Lease, lease).SetProperty(d => d.DueAt, until), cancel);
        if (skipped.Count > 0)
            await db.Set<WebhookDelivery>().Where(d => skipped.Contains(d.Id)).ExecuteUpdateAsync(set => set
                .SetProperty(d => d.Status, DeliveryStatus.Skipped).SetProperty(d => d.DueAt, (DateTimeOffset?)null).SetProperty(d => d.Lease, (string?)null), cancel);
        return claimed;
    }

    /// <summary>Gives back a claim that was not used: the delivery is due at once.</summary>
    public Task GiveBackAsync(ClaimedDelivery claim) => database.WriteAsync(async db =>
    {
        DateTimeOffset? now = await NowAsync(db, default);
        await db.Set<WebhookDelivery>().Where(d => d.Id == claim.Delivery.Id && d.Lease == claim.Lease)
            .ExecuteUpdateAsync(set => set.SetProperty(d => d.Lease, (string?)null).SetProperty(d => d.DueAt, now));
    });

    /// <summary>Where one process owns the database, whatever an earlier run held is free when the next starts.</summary>
    public Task RecoverAsync(CancellationToken cancel) => database.WriteAsync(async db =>
    {
        if (!database.IsSqlite) return;
        DateTimeOffset? now = await NowAsync(db, cancel);
        await db.Set<WebhookDelivery>().Where(d => d.DueAt != null && d.Lease != null)
            .ExecuteUpdateAsync(set => set.SetProperty(d => d.Lease, (string?)null).SetProperty(d => d.DueAt, now), cancel);
    }, cancel);

    // One process owns a SQLite file and its writers take turns, so rows need no lock there.
    private Task<List<WebhookDelivery>> DueAsync(GatewayDb db, DateTimeOffset now, string[] full, CancellationToken cancel)
    {
        var micros = UtcMicros.ToMicros(now);
        var due = database.IsSqlite
            ? db.Set<WebhookDelivery>().Where(d => d.DueAt <= now && !full.Contains(d.EndpointId)).OrderBy(d => d.DueAt).ThenBy(d => d.Id).Take(Window)
            : db.Set<WebhookDelivery>().FromSql($"SELECT * FROM webhook_deliveries WHERE due_at <= {micros} AND NOT endpoint_id = ANY ({full}) ORDER BY due_at, id LIMIT {Window} FOR UPDATE SKIP LOCKED");
        return due.AsNoTracking().ToListAsync(cancel);
    }

    private static void Release(DeliverySlots slots, List<string> taken)
    {
        foreach (var endpoint in taken) slots.Release(endpoint);
        taken.Clear();
    }

    private static async Task<DateTimeOffset> NowAsync(GatewayDb db, CancellationToken cancel) =>
        UtcMicros.FromMicros(await db.ReadNowMicrosAsync(cancel));
}

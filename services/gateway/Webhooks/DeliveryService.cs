using KreaPlatform.Gateway.Data;
using KreaPlatform.Gateway.Keys;
using KreaPlatform.Gateway.Paging;
using KreaPlatform.Gateway.Webhooks.Delivery;
using KreaPlatform.Gateway.Webhooks.Endpoints;
using KreaPlatform.ServiceDefaults.Data;
using Microsoft.EntityFrameworkCore;

namespace KreaPlatform.Gateway.Webhooks;

/// <summary>What callers do with the delivery log: look, and send again.</summary>
public sealed class DeliveryService(ServiceDatabase<GatewayDb> database, WebhookSignal signal, TimeProvider clock)
{
    /// <summary>A page of an endpoint's log, newest first; null when the account has no such endpoint.</summary>
    /// <param name="caller">Who asks.</param>
    /// <param name="endpoint">The endpoint.</param>
    /// <param name="filter">What the log is narrowed to.</param>
    /// <param name="after">The last delivery of the page before.</param>
    /// <param name="limit">Most deliveries of the page.</param>
    /// <param name="cancel">Gives up.</param>
    public Task<List<WebhookDelivery>?> ListAsync(Caller caller, string endpoint, DeliveryFilter filter, PageCursor? after, int limit, CancellationToken cancel) =>
        database.ReadAsync(async db =>
        {
            if (!await IsMineAsync(db, caller, endpoint, cancel)) return null;
            var log = db.Set<WebhookDelivery>().Where(d => d.EndpointId == endpoint);
            if (filter.Status is { } status) log = log.Where(d => d.Status == status);
            if (filter.Subject is { } subject) log = log.Where(d => d.Subject == subject);
            if (after is { } cursor)
                log = log.Where(d => d.OccurredAt < cursor.CreatedAt || (d.OccurredAt == cursor.CreatedAt && string.Compare(d.Id, cursor.Id) < 0));
            return (List<WebhookDelivery>?)await log.OrderByDescending(d => d.OccurredAt).ThenByDescending(d => d.Id).Take(limit).ToListAsync(cancel);
        }, cancel);

    /// <summary>One delivery of an endpoint of the account.</summary>
    public Task<WebhookDelivery?> FindAsync(Caller caller, string endpoint, string id, CancellationToken cancel) => database.ReadAsync(async db =>
        await IsMineAsync(db, caller, endpoint, cancel)
            ? await db.Set<WebhookDelivery>().SingleOrDefaultAsync(d => d.Id == id && d.EndpointId == endpoint, cancel)
            : null, cancel);

    /// <summary>Sends one delivery again, at once and under its own id, whatever became of it; one that waits is brought forward.</summary>
    public Task<WebhookDelivery?> ReplayAsync(Caller caller, string endpoint, string id, CancellationToken cancel) => database.WriteAsync(async db =>
    {
        if (!await IsMineAsync(db, caller, endpoint, cancel)) return null;
        if (await db.Set<WebhookDelivery>().SingleOrDefaultAsync(d => d.Id == id && d.EndpointId == endpoint, cancel) is not { } delivery) return null;
        // What is being attempted at this moment is as good as replayed.
        if (delivery.Lease is not null) return delivery;
        (delivery.Status, delivery.DueAt, delivery.Made, delivery.DeliveredAt) = (DeliveryStatus.Pending, clock.GetUtcNow(), 0, null);
        db.AfterCommit(signal.Raise);
        return delivery;
    }, cancel);

    /// <summary>Sends every delivery of a time range again whose state is one of those given. Returns how many; null when the account has no such endpoint.</summary>
    public Task<int?> ReplayAsync(Caller caller, string endpoint, DateTimeOffset from, DateTimeOffset to, IReadOnlyList<DeliveryStatus> statuses, CancellationToken cancel) =>
        database.WriteAsync(async db =>
        {
            if (!await IsMineAsync(db, caller, endpoint, cancel)) return null;
            DateTimeOffset? now = clock.GetUtcNow();
            db.AfterCommit(signal.Raise);
            return (int?)await db.Set<WebhookDelivery>()
                .Where(d => d.EndpointId == endpoint && d.OccurredAt >= from && d.OccurredAt < to && statuses.Contains(d.Status) && d.DueAt == null)
                .ExecuteUpdateAsync(set => set.SetProperty(d => d.Status, DeliveryStatus.Pending).SetProperty(d => d.DueAt, now).SetProperty(d => d.Made, 0)
                    .SetProperty(d => d.DeliveredAt, (DateTimeOffset?)null), cancel);
        }, cancel);

    private static Task<bool> IsMineAsync(GatewayDb db, Caller caller, string endpoint, CancellationToken cancel) =>
        db.Set<WebhookEndpoint>().AnyAsync(e => e.Id == endpoint && e.AccountId == caller.AccountId, cancel);
}

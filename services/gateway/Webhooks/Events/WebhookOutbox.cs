using KreaPlatform.Contracts.Ids;
using KreaPlatform.Gateway.Data;
using KreaPlatform.Gateway.Webhooks.Delivery;
using KreaPlatform.Gateway.Webhooks.Endpoints;
using KreaPlatform.Gateway.Webhooks.Payloads;
using Microsoft.EntityFrameworkCore;

namespace KreaPlatform.Gateway.Webhooks.Events;

/// <summary>
/// Writes deliveries into the transaction of what they tell of: when it commits, they will arrive. An endpoint that is disabled gets rows too, which are
/// skipped, so that what it missed can be replayed.
/// </summary>
public sealed class WebhookOutbox(WebhookSignal signal)
{
    /// <summary>Tells the account's endpoints that want the event.</summary>
    /// <param name="db">The transaction.</param>
    /// <param name="happened">What happened.</param>
    /// <param name="cancel">Gives up.</param>
    /// <param name="except">An endpoint that is not told.</param>
    public async Task EnqueueAsync(GatewayDb db, WebhookEvent happened, CancellationToken cancel, string? except = null)
    {
        // In the order of ids, so that two transactions never wait for each other's numbers.
        var endpoints = await db.Set<WebhookEndpoint>().AsNoTracking()
            .Where(e => e.AccountId == happened.AccountId && e.Kind == EndpointKind.Account && e.Id != except).OrderBy(e => e.Id).ToListAsync(cancel);
        foreach (var endpoint in endpoints)
            if (endpoint.Wants(happened.Type)) await AddAsync(db, endpoint.Id, endpoint.Enabled, happened, null, cancel);
    }

    /// <summary>Tells the receiver that a job's request named.</summary>
    public async Task EnqueueAsync(GatewayDb db, WebhookEvent happened, JobWebhook to, CancellationToken cancel)
    {
        var enabled = await db.Set<WebhookEndpoint>().Where(e => e.Id == to.EndpointId).Select(e => (bool?)e.Enabled).SingleOrDefaultAsync(cancel);
        if (enabled is { } on) await AddAsync(db, to.EndpointId, on, happened, to, cancel);
    }

    /// <summary>Tells one endpoint, whatever its filter says, and even while it is disabled.</summary>
    public Task<WebhookDelivery> EnqueueAsync(GatewayDb db, WebhookEvent happened, WebhookEndpoint to, CancellationToken cancel) =>
        AddAsync(db, to.Id, true, happened, null, cancel);

    private async Task<WebhookDelivery> AddAsync(GatewayDb db, string endpoint, bool enabled, WebhookEvent happened, JobWebhook? job, CancellationToken cancel)
    {
        // The row of the endpoint stays locked until the commit, so numbers are given in the order of commits and none is given twice.
        var sequence = await db.Database
            .SqlQuery<long>($"UPDATE webhook_endpoints SET sequence = sequence + 1 WHERE id = {endpoint} RETURNING sequence AS \"Value\"").ToListAsync(cancel);
        var delivery = new WebhookDelivery
        {
            Id = PrefixedId.New(IdPrefix.Delivery, happened.At), EndpointId = endpoint, Type = happened.Type, Subject = happened.Subject, Data = happened.Data,
            Format = job?.Format ?? StandardPayload.Name, Url = job?.Url, Secret = job?.Secret, Sequence = sequence.Single(), OccurredAt = happened.At,
            Status = enabled ? DeliveryStatus.Pending : DeliveryStatus.Skipped, DueAt = enabled ? happened.At : null,
        };
        db.Add(delivery);
        if (enabled) db.AfterCommit(signal.Raise);
        return delivery;
    }
}

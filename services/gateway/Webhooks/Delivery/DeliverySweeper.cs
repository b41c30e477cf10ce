using KreaPlatform.Gateway.Data;
using KreaPlatform.Gateway.Webhooks.Endpoints;
using KreaPlatform.Gateway.Webhooks.Events;
using KreaPlatform.ServiceDefaults.Data;
using KreaPlatform.ServiceDefaults.Hosting;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace KreaPlatform.Gateway.Webhooks.Delivery;

/// <summary>Ends the delivery log after its time, and forgets hosts that no generation has named for as long.</summary>
public sealed class DeliverySweeper(ServiceDatabase<GatewayDb> database, TimeProvider clock, IOptions<WebhooksOptions> options, ILogger<DeliverySweeper> logger)
    : PeriodicService(TimeSpan.FromMinutes(10), clock, logger)
{
    private const int Batch = 500;

    /// <inheritdoc/>
    public override async Task RunOnceAsync(CancellationToken cancel)
    {
        var before = Clock.GetUtcNow() - options.Value.Retention;
        // In small transactions, so that no writer waits long.
        int removed;
        do
        {
            removed = await database.WriteAsync(db => db.Set<WebhookDelivery>()
                .Where(d => db.Set<WebhookDelivery>().Where(old => old.OccurredAt < before && old.DueAt == null).OrderBy(old => old.OccurredAt).Take(Batch)
                    .Select(old => old.Id).Contains(d.Id))
                .ExecuteDeleteAsync(cancel), cancel);
        }
        while (removed == Batch);

        await database.WriteAsync(db => db.Set<WebhookEndpoint>()
            .Where(e => e.Kind == EndpointKind.Generation && e.CreatedAt < before && !db.Set<WebhookDelivery>().Any(d => d.EndpointId == e.Id)
                && !db.Set<JobWebhook>().Any(w => w.EndpointId == e.Id))
            .ExecuteDeleteAsync(cancel), cancel);
    }
}

using System.Security.Cryptography;
using System.Text;
using KreaPlatform.Contracts.Ids;
using KreaPlatform.Gateway.Data;
using KreaPlatform.Gateway.Jobs;
using KreaPlatform.Gateway.Webhooks.Endpoints;
using KreaPlatform.Gateway.Webhooks.Signing;
using Microsoft.EntityFrameworkCore;

namespace KreaPlatform.Gateway.Webhooks.Events;

/// <summary>
/// What follows from a job's moves for webhooks: its acceptance keeps the URL that its request named, its end tells that URL and the account's endpoints.
/// </summary>
public sealed class JobWebhooks(WebhookOutbox outbox, SecretSeal seal) : IJobConsequence
{
    /// <inheritdoc/>
    public async Task ApplyAsync(GatewayDb db, Job job, string transition, DateTimeOffset now, CancellationToken cancel)
    {
        if (job.TransitionCount == 1 && job.Request.Webhook is { } target) await KeepAsync(db, job, target, now, cancel);
        if (!WebhookEventType.Endings.Contains(transition)) return;

        var ended = new WebhookEvent(job.AccountId, transition, now) { Subject = job.Id };
        if (job.Request.Webhook is not null && await db.Set<JobWebhook>().FindAsync([job.Id], cancel) is { } named)
        {
            await outbox.EnqueueAsync(db, ended, named, cancel);
            db.Remove(named);
        }
        await outbox.EnqueueAsync(db, ended, cancel);
    }

    private async Task KeepAsync(GatewayDb db, Job job, WebhookTarget target, DateTimeOffset now, CancellationToken cancel)
    {
        var origin = new Uri(target.Url).GetLeftPart(UriPartial.Authority);
        var id = EndpointOf(job.AccountId, origin);
        if (await db.Set<WebhookEndpoint>().FindAsync([id], cancel) is null)
            db.Add(new WebhookEndpoint
            {
                Id = id, AccountId = job.AccountId, Kind = EndpointKind.Generation, Url = origin, Events = [.. WebhookEventType.Endings],
                Secret = seal.Seal(WebhookSecret.New()), CreatedAt = now,
            });
        db.Add(new JobWebhook
        {
            JobId = job.Id, EndpointId = id, Url = target.Url, Secret = target.Secret is null ? null : seal.Seal(target.Secret), Format = target.Format,
        });
    }

    // One endpoint for each account and host, found without a look-up: two jobs that name a new host at once make the same row.
    private static string EndpointOf(string account, string origin) =>
        IdPrefix.Webhook + "_" + PrefixedId.Encode(new Guid(SHA256.HashData(Encoding.UTF8.GetBytes(account + " " + origin)).AsSpan(0, 16), bigEndian: true));
}

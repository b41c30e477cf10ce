using System.Text.Json;
using System.Threading.Channels;
using KreaPlatform.Gateway.Data;
using KreaPlatform.Gateway.Rest;
using KreaPlatform.Gateway.Webhooks.Endpoints;
using KreaPlatform.Gateway.Webhooks.Events;
using KreaPlatform.ServiceDefaults.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace KreaPlatform.Gateway.Webhooks.Delivery;

/// <summary>
/// Writes what attempts came to, many in one transaction: (1) the delivery, (2) the endpoint's health, and what follows from it: (3) a pause for everything
/// that waits for the endpoint, or (4) its end, with a notice to the account's other endpoints.
/// What is lost with a process is attempted again under the same id when its lease has run out.
/// </summary>
public sealed partial class DeliveryRecorder(
    ServiceDatabase<GatewayDb> database, WebhookOutbox outbox, TimeProvider clock, IOptions<WebhooksOptions> options, ILogger<DeliveryRecorder> logger)
{
    private const int Batch = 256;
    private readonly Channel<Attempted> _attempts = Channel.CreateUnbounded<Attempted>();
    private readonly RetrySchedule _schedule = options.Value.Retries;
    private readonly CircuitBreaker _breaker = options.Value.Breaker;

    /// <summary>Hands over what an attempt came to; <paramref name="recorded"/> is called when it is written, or will never be.</summary>
    public void Add(ClaimedDelivery claim, AttemptResult result, Action recorded) => _attempts.Writer.TryWrite(new Attempted(claim, result, recorded));

    /// <summary>No more will come: <see cref="RunAsync"/> ends when everything is written.</summary>
    public void Complete() => _attempts.Writer.TryComplete();

    /// <summary>Writes until <see cref="Complete"/>.</summary>
    public async Task RunAsync()
    {
        List<Attempted> batch = [];
        while (await _attempts.Reader.WaitToReadAsync())
        {
            while (batch.Count < Batch && _attempts.Reader.TryRead(out var one)) batch.Add(one);
            try
            {
                await RecordAsync(batch);
            }
            catch (Exception e)
            {
                LogUnrecorded(e, batch.Count);
            }
            foreach (var one in batch) one.Recorded();
            batch.Clear();
        }
    }

    private Task RecordAsync(IReadOnlyList<Attempted> batch) => database.WriteAsync(async db =>
    {
        var ids = batch.Select(b => b.Claim.Delivery.Id).ToArray();
        var endpointIds = batch.Select(b => b.Claim.Endpoint.Id).Distinct().ToArray();
        var deliveries = await db.Set<WebhookDelivery>().Where(d => ids.Contains(d.Id)).ToDictionaryAsync(d => d.Id);
        var endpoints = await db.Set<WebhookEndpoint>().Where(e => endpointIds.Contains(e.Id)).ToDictionaryAsync(e => e.Id);
        Dictionary<string, DateTimeOffset> paused = [];
        foreach (var (claim, result, _) in batch)
        {
            // Deleted meanwhile, or taken over by another gateway after the lease had run out.
            if (!deliveries.TryGetValue(claim.Delivery.Id, out var delivery) || delivery.Lease != claim.Lease) continue;
            await RecordAsync(db, delivery, endpoints[delivery.EndpointId], result, paused);
        }
        foreach (var (endpoint, until) in paused) await PauseAsync(db, endpoint, until);
        foreach (var delivery in deliveries.Values.Where(d => d is { DueAt: not null, Lease: null }))
        {
            if (!endpoints[delivery.EndpointId].Enabled && delivery.Type != WebhookEventType.Test) (delivery.Status, delivery.DueAt) = (DeliveryStatus.Skipped, null);
            else if (paused.TryGetValue(delivery.EndpointId, out var until) && delivery.DueAt < until) delivery.DueAt = until;
        }
    });

    private async Task RecordAsync(GatewayDb db, WebhookDelivery delivery, WebhookEndpoint endpoint, AttemptResult result, Dictionary<string, DateTimeOffset> paused)
    {
        // (1) The delivery.
        var now = clock.GetUtcNow();
        var pause = Bounded(result.RetryAfter);
        (delivery.Made, delivery.Total, delivery.Lease) = (delivery.Made + 1, delivery.Total + 1, null);
        var decision = DeliveryDecision.After(result.Outcome, delivery.Made, pause, now, _schedule, Random.Shared.NextDouble());
        (delivery.Status, delivery.DueAt) = (decision.Status, decision.DueAt);
        if (decision.Status == DeliveryStatus.Delivered) delivery.DeliveredAt = now;
        var attempt = new DeliveryAttempt(delivery.Total, result.At, result.Status, (int)result.Latency.TotalMilliseconds, result.Error, result.Response);
        delivery.Attempts = [.. delivery.Attempts.TakeLast(WebhookDelivery.KeptAttempts - 1), attempt];

        // (2) The endpoint's health.
        var circuit = _breaker.Next(endpoint.Circuit, result.Outcome, pause, now);
        if (circuit != endpoint.Circuit)
        {
            endpoint.Circuit = circuit;
            endpoint.Version++;
        }
        // (3) A pause.
        if (circuit.IsOpen(now)) paused[endpoint.Id] = circuit.OpenUntil!.Value;

        // (4) The end. A host that generations name is nobody's registration: nothing is disabled there.
        if (endpoint is { Kind: EndpointKind.Account, Enabled: true })
        {
            if (result.Outcome == AttemptOutcome.Gone) await DisableAsync(db, endpoint, DisabledReason.Gone, now);
            else if (result.Outcome == AttemptOutcome.Failed && _breaker.GivesUp(circuit, now)) await DisableAsync(db, endpoint, DisabledReason.Failing, now);
        }
    }

    private static Task PauseAsync(GatewayDb db, string endpoint, DateTimeOffset until) => db.Set<WebhookDelivery>()
        .Where(d => d.EndpointId == endpoint && d.DueAt < until && d.Lease == null)
        .ExecuteUpdateAsync(set => set.SetProperty(d => d.DueAt, until));

    private async Task DisableAsync(GatewayDb db, WebhookEndpoint endpoint, string reason, DateTimeOffset now)
    {
        (endpoint.Enabled, endpoint.DisabledReason, endpoint.DisabledAt) = (false, reason, now);
        endpoint.Version++;
        LogDisabled(endpoint.Id, endpoint.AccountId, reason);
        await EndpointSwitch.SkipWaitingAsync(db, endpoint.Id, default);
        var notice = JsonSerializer.Serialize(new DisabledNotice(endpoint.Id, endpoint.Url, reason, now), PublicJson.Options);
        await outbox.EnqueueAsync(db, new WebhookEvent(endpoint.AccountId, WebhookEventType.Disabled, now) { Subject = endpoint.Id, Data = notice }, default, except: endpoint.Id);
    }

    private TimeSpan Bounded(TimeSpan? asked) => asked is not { } wait ? TimeSpan.Zero : wait < options.Value.LongestRetryAfter ? wait : options.Value.LongestRetryAfter;

    private sealed record Attempted(ClaimedDelivery Claim, AttemptResult Result, Action Recorded);

    [LoggerMessage(Level = LogLevel.Error, Message = "The results of {Count} webhook attempts could not be written; they will be attempted again under the same ids")]
    private partial void LogUnrecorded(Exception exception, int count);

    [LoggerMessage(Level = LogLevel.Warning, Message = "Webhook endpoint {EndpointId} of {AccountId} was disabled: {Reason}")]
    private partial void LogDisabled(string endpointId, string accountId, string reason);
}

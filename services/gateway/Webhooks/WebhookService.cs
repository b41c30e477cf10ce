using KreaPlatform.Contracts.Ids;
using KreaPlatform.Gateway.Data;
using KreaPlatform.Gateway.Idempotency;
using KreaPlatform.Gateway.Keys;
using KreaPlatform.Gateway.Webhooks.Delivery;
using KreaPlatform.Gateway.Webhooks.Endpoints;
using KreaPlatform.Gateway.Webhooks.Events;
using KreaPlatform.Gateway.Webhooks.Signing;
using KreaPlatform.ServiceDefaults.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace KreaPlatform.Gateway.Webhooks;

/// <summary>What callers do with their endpoints. Another account's endpoint is as good as none.</summary>
public sealed class WebhookService(
    ServiceDatabase<GatewayDb> database, WebhookOutbox outbox, SecretSeal seal, TimeProvider clock, IOptions<WebhooksOptions> options)
{
    /// <summary>Registers an endpoint; null when the account has as many as it may. The secret is to be shown now.</summary>
    public Task<(WebhookEndpoint Endpoint, string Secret)?> CreateAsync(Caller caller, EndpointSpec spec, IdempotencyClaim? claim, CancellationToken cancel) =>
        database.WriteAsync<(WebhookEndpoint, string)?>(async db =>
        {
            if (claim?.Resource is { } made && await Mine(db, caller, made).SingleOrDefaultAsync(cancel) is { } earlier) return (earlier, seal.Open(earlier.Secret));
            if (await db.Set<WebhookEndpoint>().CountAsync(e => e.AccountId == caller.AccountId && e.Kind == EndpointKind.Account, cancel) >= options.Value.MostEndpoints) return null;
            var now = Now();
            var secret = WebhookSecret.New();
            var endpoint = new WebhookEndpoint
            {
                Id = PrefixedId.New(IdPrefix.Webhook, now), AccountId = caller.AccountId, Kind = EndpointKind.Account, Url = spec.Url!, Description = spec.Description,
                Events = spec.Events ?? [WebhookEventType.Every], Secret = seal.Seal(secret), CreatedAt = now,
            };
            if (spec.Enabled == false) Disable(endpoint, now);
            db.Add(endpoint);
            if (claim is not null) await claim.BindAsync(db, endpoint.Id, cancel);
            return (endpoint, secret);
        }, cancel);

    /// <summary>The account's endpoints, oldest first.</summary>
    public Task<List<WebhookEndpoint>> ListAsync(Caller caller, CancellationToken cancel) => database.ReadAsync(
        db => db.Set<WebhookEndpoint>().Where(e => e.AccountId == caller.AccountId).OrderBy(e => e.CreatedAt).ThenBy(e => e.Id).ToListAsync(cancel), cancel);

    /// <summary>One of the account's endpoints.</summary>
    public Task<WebhookEndpoint?> FindAsync(Caller caller, string id, CancellationToken cancel) =>
        database.ReadAsync(db => Mine(db, caller, id).SingleOrDefaultAsync(cancel), cancel);

    /// <summary>Changes what the specification names. An endpoint that is enabled again starts with a clean record.</summary>
    public Task<WebhookEndpoint?> UpdateAsync(Caller caller, string id, EndpointSpec change, CancellationToken cancel) => database.WriteAsync(async db =>
    {
        if (await Mine(db, caller, id).SingleOrDefaultAsync(cancel) is not { } endpoint) return null;
        if (change.Url is { } url) endpoint.Url = url;
        if (change.Events is { } events) endpoint.Events = events;
        if (change.Description is { } description) endpoint.Description = description.Length == 0 ? null : description;
        if (change.Enabled == true && !endpoint.Enabled)
        {
            (endpoint.Enabled, endpoint.DisabledReason, endpoint.DisabledAt) = (true, null, null);
            endpoint.Circuit = CircuitState.Closed;
        }
        else if (change.Enabled == false && endpoint.Enabled)
        {
            Disable(endpoint, Now());
            await EndpointSwitch.SkipWaitingAsync(db, id, cancel);
        }
        endpoint.Version++;
        return endpoint;
    }, cancel);

    /// <summary>Removes an endpoint with its log; what waits for it is not sent. False when the account has no such endpoint.</summary>
    public Task<bool> DeleteAsync(Caller caller, string id, CancellationToken cancel) =>
        database.WriteAsync(async db => await Mine(db, caller, id).ExecuteDeleteAsync(cancel) > 0, cancel);

    /// <summary>Gives an endpoint a new secret; for the time of the overlap the old one signs too. Null when the account has no such endpoint.</summary>
    public Task<(WebhookEndpoint Endpoint, string Secret)?> RotateAsync(Caller caller, string id, TimeSpan overlap, CancellationToken cancel) =>
        database.WriteAsync<(WebhookEndpoint, string)?>(async db =>
        {
            if (await Mine(db, caller, id).SingleOrDefaultAsync(cancel) is not { } endpoint) return null;
            var secret = WebhookSecret.New();
            endpoint.PreviousSecret = overlap > TimeSpan.Zero ? endpoint.Secret : null;
            endpoint.PreviousSecretUntil = overlap > TimeSpan.Zero ? Now() + overlap : null;
            endpoint.Secret = seal.Seal(secret);
            endpoint.Version++;
            return (endpoint, secret);
        }, cancel);

    /// <summary>Sends a test event to an endpoint, whatever its filter says and even while it is disabled. Null when the account has no such endpoint.</summary>
    public Task<WebhookDelivery?> TestAsync(Caller caller, string id, string data, CancellationToken cancel) => database.WriteAsync(async db =>
    {
        if (await Mine(db, caller, id).AsNoTracking().SingleOrDefaultAsync(cancel) is not { Kind: EndpointKind.Account } endpoint) return null;
        return (WebhookDelivery?)await outbox.EnqueueAsync(db, new WebhookEvent(caller.AccountId, WebhookEventType.Test, Now()) { Subject = id, Data = data }, endpoint, cancel);
    }, cancel);

    // Stored times have microseconds; the first answer must say the same as every later one.
    private DateTimeOffset Now() => UtcMicros.FromMicros(UtcMicros.ToMicros(clock.GetUtcNow()));

    private static void Disable(WebhookEndpoint endpoint, DateTimeOffset now) =>
        (endpoint.Enabled, endpoint.DisabledReason, endpoint.DisabledAt) = (false, DisabledReason.Owner, now);

    private static IQueryable<WebhookEndpoint> Mine(GatewayDb db, Caller caller, string id) =>
        db.Set<WebhookEndpoint>().Where(e => e.Id == id && e.AccountId == caller.AccountId);
}

using KreaPlatform.Gateway.Data;
using KreaPlatform.ServiceDefaults.Data;
using Microsoft.EntityFrameworkCore;

namespace KreaPlatform.Gateway.Idempotency;

/// <summary>
/// The keys in the database, so that they hold over restarts and for every gateway. The first request inserts its row; all others find it. A holder
/// keeps its lease by <see cref="RenewAsync"/>; the key of one that died is taken over, with what it had already made.
/// </summary>
public sealed class IdempotencyStore(ServiceDatabase<GatewayDb> database, TimeProvider clock)
{
    /// <summary>How long a key is remembered.</summary>
    public static readonly TimeSpan Lifetime = TimeSpan.FromHours(24);

    /// <summary>How long a holder lives without renewal.</summary>
    public static readonly TimeSpan Lease = TimeSpan.FromSeconds(15);

    /// <summary>Largest answer that is kept; a larger one is made again from what the request made.</summary>
    public const int LargestBody = 256 * 1024;

    /// <summary>Decides what becomes of a request.</summary>
    public Task<IdempotencyStart> BeginAsync(string account, string key, string fingerprint, CancellationToken cancel) => database.WriteAsync(async db =>
    {
        var now = clock.GetUtcNow();
        var databaseNow = await db.ReadNowMicrosAsync(cancel);
        var token = Guid.NewGuid().ToString("n");
        var lease = databaseNow + (long)Lease.TotalMicroseconds;
        var row = await db.Set<IdempotencyRecord>().SingleOrDefaultAsync(r => r.AccountId == account && r.Key == key, cancel);
        if (row is null)
        {
            db.Add(new IdempotencyRecord { AccountId = account, Key = key, Fingerprint = fingerprint, Token = token, LeaseUntil = lease, ExpiresAt = now + Lifetime });
            return new IdempotencyStart.Run(new IdempotencyClaim(account, key, token, null));
        }
        if (row.ExpiresAt <= now)
        {
            (row.Fingerprint, row.Token, row.LeaseUntil, row.ExpiresAt) = (fingerprint, token, lease, now + Lifetime);
            (row.Resource, row.Status, row.ContentType, row.Location, row.Body) = (null, null, null, null, null);
            return new IdempotencyStart.Run(new IdempotencyClaim(account, key, token, null));
        }
        if (row.Fingerprint != fingerprint) return new IdempotencyStart.Mismatch();
        if (row is { Status: { } status, Body: { } body }) return new IdempotencyStart.Replay(new StoredAnswer(status, row.ContentType, row.Location, body));
        if (row.LeaseUntil > databaseNow) return new IdempotencyStart.InFlight();
        (row.Token, row.LeaseUntil) = (token, lease);
        return (IdempotencyStart)new IdempotencyStart.Run(new IdempotencyClaim(account, key, token, row.Resource));
    }, cancel);

    /// <summary>Keeps the answer for whoever asks again.</summary>
    public Task CompleteAsync(IdempotencyClaim claim, StoredAnswer answer) => database.WriteAsync(db => Mine(db, claim).ExecuteUpdateAsync(set => set
        .SetProperty(r => r.Status, answer.Status).SetProperty(r => r.ContentType, answer.ContentType)
        .SetProperty(r => r.Location, answer.Location).SetProperty(r => r.Body, answer.Body)));

    /// <summary>Lets go without an answer: a key that made nothing is forgotten (the request may be corrected), one that made something answers with it next time.</summary>
    public Task ReleaseAsync(IdempotencyClaim claim) => database.WriteAsync(async db =>
    {
        if (await Mine(db, claim).Where(r => r.Resource == null).ExecuteDeleteAsync() == 0)
            await Mine(db, claim).ExecuteUpdateAsync(set => set.SetProperty(r => r.LeaseUntil, 0L));
    });

    /// <summary>Says that the holder is alive.</summary>
    public Task RenewAsync(IdempotencyClaim claim) => database.WriteAsync(async db =>
    {
        var lease = await db.ReadNowMicrosAsync(default) + (long)Lease.TotalMicroseconds;
        await Mine(db, claim).ExecuteUpdateAsync(set => set.SetProperty(r => r.LeaseUntil, lease));
    });

    /// <summary>Forgets keys whose time is over.</summary>
    public Task<int> SweepAsync(CancellationToken cancel) => database.WriteAsync(db =>
    {
        var now = clock.GetUtcNow();
        return db.Set<IdempotencyRecord>().Where(r => r.ExpiresAt <= now).ExecuteDeleteAsync(cancel);
    }, cancel);

    private static IQueryable<IdempotencyRecord> Mine(GatewayDb db, IdempotencyClaim claim) =>
        db.Set<IdempotencyRecord>().Where(r => r.AccountId == claim.AccountId && r.Key == claim.Key && r.Token == claim.Token);
}

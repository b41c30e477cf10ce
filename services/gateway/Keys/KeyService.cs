using KreaPlatform.Gateway.Data;
using KreaPlatform.ServiceDefaults.Data;
using Microsoft.EntityFrameworkCore;

namespace KreaPlatform.Gateway.Keys;

/// <summary>What callers do with the keys of their account, whichever protocol they come by. No key makes, takes over or ends one that may do more than itself.</summary>
public sealed class KeyService(ServiceDatabase<GatewayDb> database, KeyChanges changes, TimeProvider clock)
{
    /// <summary>Most keys in force in an account.</summary>
    public const int Most = 100;

    /// <summary>The account's keys, newest first, those that are no longer in force too.</summary>
    public Task<List<ApiKey>> ListAsync(Caller caller, CancellationToken cancel) => database.ReadAsync(
        db => db.Set<ApiKey>().Where(k => k.AccountId == caller.AccountId).OrderByDescending(k => k.CreatedAt).ThenByDescending(k => k.Id).Take(1000).ToListAsync(cancel), cancel);

    /// <summary>The account's key of that id.</summary>
    public Task<ApiKey?> FindAsync(Caller caller, string id, CancellationToken cancel) =>
        database.ReadAsync(db => db.Set<ApiKey>().SingleOrDefaultAsync(k => k.Id == id && k.AccountId == caller.AccountId, cancel), cancel);

    /// <summary>Makes a key of the caller's member.</summary>
    public Task<KeyOutcome> CreateAsync(Caller caller, KeyDraft draft, CancellationToken cancel) => database.WriteAsync(async db =>
    {
        if (!Covers(caller, draft.Scopes)) return KeyRefusal.TooStrong;
        var now = clock.GetUtcNow();
        var inForce = await db.Set<ApiKey>().CountAsync(
            k => k.AccountId == caller.AccountId && k.RevokedAt == null && (k.ExpiresAt == null || k.ExpiresAt > now), cancel);
        return inForce >= Most ? KeyRefusal.TooMany : (KeyOutcome)db.AddKey(caller.AccountId, caller.MemberId, draft, now);
    }, cancel);

    /// <summary>Makes a key that takes another's place; the old one stays in force for <paramref name="overlap"/>, so that its users can change over.</summary>
    public async Task<KeyOutcome> RotateAsync(Caller caller, string id, TimeSpan overlap, CancellationToken cancel)
    {
        var outcome = await database.WriteAsync(async db =>
        {
            var now = clock.GetUtcNow();
            if (await FindOwnAsync(db, caller, id, cancel) is not { } old) return KeyRefusal.NotFound;
            if (!Covers(caller, old.Scopes)) return KeyRefusal.TooStrong;
            if (old.RevokedAt is not null || old.ExpiresAt <= now) return KeyRefusal.NotInForce;
            var made = db.AddKey(old.AccountId, old.MemberId, new KeyDraft(old.Name, old.Scopes, old.ExpiresAt), now);
            var end = now + overlap;
            if (old.ExpiresAt is null || old.ExpiresAt > end) old.ExpiresAt = end;
            old.ReplacedBy = made.Row.Id;
            return (KeyOutcome)made;
        }, cancel);
        if (outcome.Key is not null) changes.Tell(caller.AccountId);
        return outcome;
    }

    /// <summary>Ends a key at once, everywhere.</summary>
    /// <returns>Null, or why not. A key that was revoked before is as good as revoked now.</returns>
    public async Task<KeyRefusal?> RevokeAsync(Caller caller, string id, CancellationToken cancel)
    {
        var refusal = await database.WriteAsync(async db =>
        {
            if (await FindOwnAsync(db, caller, id, cancel) is not { } key) return KeyRefusal.NotFound;
            if (!Covers(caller, key.Scopes)) return KeyRefusal.TooStrong;
            key.RevokedAt ??= clock.GetUtcNow();
            return (KeyRefusal?)null;
        }, cancel);
        if (refusal is null) changes.Tell(caller.AccountId);
        return refusal;
    }

    private static bool Covers(Caller caller, Scopes scopes) => (scopes & ~caller.Scopes) == 0;

    private static Task<ApiKey?> FindOwnAsync(GatewayDb db, Caller caller, string id, CancellationToken cancel) =>
        db.Set<ApiKey>().SingleOrDefaultAsync(k => k.Id == id && k.AccountId == caller.AccountId, cancel);
}

using System.Collections.Concurrent;
using KreaPlatform.Gateway.Accounts;
using KreaPlatform.Gateway.Data;
using KreaPlatform.Gateway.Plans;
using KreaPlatform.ServiceDefaults.Data;
using Microsoft.EntityFrameworkCore;

namespace KreaPlatform.Gateway.Keys;

/// <summary>
/// Finds out whose key it is. 1. The configuration's keys. 2. The form: what can't be a key is looked up nowhere. 3. What is known. 4. The database, by
/// digest: what an index compares is a hash that a guesser can't steer, so its timing tells nothing. Lookups of one key are one, and few run at once,
/// so that a flood of invented keys leaves the database to those who work.
/// </summary>
internal sealed class Keyring(ServiceDatabase<GatewayDb> database, ConfiguredKeys configured, KeyCache cache, KeyUse use, PlanCatalog plans, TimeProvider clock) : IKeyring
{
    private const int LookupsAtOnce = 8;
    private readonly ConcurrentDictionary<KeyDigest, Lazy<Task<KnownKey>>> _lookups = new();
    private readonly SemaphoreSlim _turn = new(LookupsAtOnce);

    public ValueTask<Caller?> AuthenticateAsync(string key, CancellationToken cancel)
    {
        // 1.
        var bytes = KeyText.Digest(key);
        if (configured.Find(bytes) is { } operators) return new(operators);
        // 2.
        if (!KeyText.IsWellFormed(key)) return new((Caller?)null);
        // 3.
        var digest = KeyDigest.Of(bytes);
        return cache.Find(digest) is { } known ? new(Used(known)) : LookUpAsync(digest, bytes, cancel);
    }

    // 4.
    private async ValueTask<Caller?> LookUpAsync(KeyDigest digest, byte[] bytes, CancellationToken cancel)
    {
        var lookup = _lookups.GetOrAdd(digest, _ => new Lazy<Task<KnownKey>>(() => ReadAsync(digest, bytes)));
        return Used(await lookup.Value.WaitAsync(cancel));
    }

    private async Task<KnownKey> ReadAsync(KeyDigest digest, byte[] bytes)
    {
        await _turn.WaitAsync();
        try
        {
            var epoch = cache.Epoch;
            var found = await database.ReadAsync(db => (
                from key in db.Set<ApiKey>().Where(k => k.Digest == bytes)
                join account in db.Set<Account>() on key.AccountId equals account.Id
                join member in db.Set<Member>() on key.MemberId equals member.Id into members
                from member in members.DefaultIfEmpty()
                select new { Key = key, account.Plan, Suspended = account.SuspendedAt != null, Role = (Role?)member.Role }).SingleOrDefaultAsync());
            var known = found is null || found.Key.RevokedAt is not null || (found.Key.MemberId is not null && found.Role is null)
                ? KnownKey.Nobody
                : new KnownKey(new Caller(found.Key.AccountId, plans.Of(found.Plan))
                {
                    KeyId = found.Key.Id,
                    MemberId = found.Key.MemberId,
                    Scopes = found.Key.Scopes & (found.Role?.MostScopes() ?? Scopes.Account),
                    Suspended = found.Suspended,
                }, found.Key.ExpiresAt);
            cache.Keep(digest, known, epoch);
            return known;
        }
        finally
        {
            _turn.Release();
            _lookups.TryRemove(digest, out _);
        }
    }

    private Caller? Used(KnownKey known)
    {
        var caller = known.At(clock.GetUtcNow());
        if (caller is not null) use.Note(caller.KeyId);
        return caller;
    }
}

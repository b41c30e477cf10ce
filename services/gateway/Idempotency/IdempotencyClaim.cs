using KreaPlatform.Gateway.Data;
using Microsoft.EntityFrameworkCore;

namespace KreaPlatform.Gateway.Idempotency;

/// <summary>The right to run the request of a key. Whoever makes something for it binds it in the same transaction, so that a crash never makes it twice.</summary>
public sealed class IdempotencyClaim
{
    internal IdempotencyClaim(string accountId, string key, string token, string? resource) =>
        (AccountId, Key, Token, Resource) = (accountId, key, token, resource);

    /// <summary>Whose key it is.</summary>
    public string AccountId { get; }
    /// <summary>The key.</summary>
    public string Key { get; }
    /// <summary>Names this run.</summary>
    public string Token { get; }
    /// <summary>
    /// Id of what an earlier run of the same request made before it died, or what this one has made. A run that finds one answers with it instead of
    /// making another.
    /// </summary>
    public string? Resource { get; private set; }

    /// <summary>Notes in the caller's transaction what was made.</summary>
    /// <exception cref="IdempotencyLostException">Another run has taken over the key: the transaction must not be committed.</exception>
    public async Task BindAsync(GatewayDb db, string resource, CancellationToken cancel)
    {
        var mine = await db.Set<IdempotencyRecord>().Where(r => r.AccountId == AccountId && r.Key == Key && r.Token == Token)
            .ExecuteUpdateAsync(set => set.SetProperty(r => r.Resource, resource), cancel);
        if (mine == 0) throw new IdempotencyLostException();
        Resource = resource;
    }
}

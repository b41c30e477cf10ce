using System.Security.Cryptography;
using KreaPlatform.Contracts.Ids;
using KreaPlatform.Gateway.Data;

namespace KreaPlatform.Gateway.Keys;

/// <summary>Makes keys.</summary>
public static class KeyMaking
{
    /// <summary>Adds the row of a new key to a transaction.</summary>
    public static NewKey AddKey(this GatewayDb db, string accountId, string? memberId, KeyDraft draft, DateTimeOffset now)
    {
        var secret = KeyText.Of(RandomNumberGenerator.GetBytes(KeyText.SecretBytes));
        var row = new ApiKey
        {
            Id = PrefixedId.New(IdPrefix.Key, now), AccountId = accountId, MemberId = memberId, Name = draft.Name, Prefix = secret[..KeyText.VisibleLength],
            Digest = KeyText.Digest(secret), Scopes = draft.Scopes, CreatedAt = now, ExpiresAt = draft.ExpiresAt,
        };
        db.Add(row);
        return new NewKey(row, secret);
    }
}

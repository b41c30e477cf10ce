using System.Security.Cryptography;
using KreaPlatform.Gateway.Plans;
using Microsoft.Extensions.Options;

namespace KreaPlatform.Gateway.Keys;

/// <summary>The keys that the operator wrote into the configuration: the development key, which may do everything, and the administrator's.</summary>
public sealed class ConfiguredKeys
{
    /// <summary>The account of the development key.</summary>
    public const string DevelopmentAccount = "acc_development";

    private readonly List<(byte[] Digest, Caller Caller)> _keys = [];

    /// <summary>Takes them from the configuration.</summary>
    public ConfiguredKeys(IOptions<KeysOptions> options)
    {
        if (options.Value.Development is { Length: > 0 } development)
            _keys.Add((KeyText.Digest(development), new Caller(DevelopmentAccount, Plan.Unlimited) { KeyId = "development" }));
        if (options.Value.Administrator is { Length: > 0 } administrator)
            _keys.Add((KeyText.Digest(administrator), new Caller("administrator", Plan.Unlimited) { KeyId = "administrator", Scopes = Scopes.Admin }));
    }

    /// <summary>Whether there is a development key.</summary>
    public bool HasDevelopment => _keys.Exists(k => k.Caller.AccountId == DevelopmentAccount);

    /// <summary>Whose key has that digest; takes the same time whatever it is.</summary>
    public Caller? Find(ReadOnlySpan<byte> digest)
    {
        Caller? found = null;
        foreach (var (known, caller) in _keys)
            if (CryptographicOperations.FixedTimeEquals(known, digest)) found = caller;
        return found;
    }
}

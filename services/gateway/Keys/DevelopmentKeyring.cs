using System.Security.Cryptography;
using System.Text;
using KreaPlatform.Gateway.Plans;
using Microsoft.Extensions.Options;

namespace KreaPlatform.Gateway.Keys;

/// <summary>One configured key, which belongs to one account and may do everything.</summary>
internal sealed class DevelopmentKeyring(IOptions<KeysOptions> keys) : IKeyring
{
    private readonly byte[]? _digest = keys.Value.Development is { Length: > 0 } key ? Digest(key) : null;
    private readonly Caller _caller = new("acc_development", Plan.Unlimited) { KeyId = "development" };

    public ValueTask<Caller?> AuthenticateAsync(string key, CancellationToken cancel) =>
        new(_digest is not null && CryptographicOperations.FixedTimeEquals(_digest, Digest(key)) ? _caller : null);

    private static byte[] Digest(string key) => SHA256.HashData(Encoding.UTF8.GetBytes(key));
}

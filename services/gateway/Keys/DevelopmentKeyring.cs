using System.Security.Cryptography;
using System.Text;
using KreaPlatform.Contracts.Bus;
using KreaPlatform.Gateway.Jobs;
using Microsoft.Extensions.Options;

namespace KreaPlatform.Gateway.Keys;

/// <summary>One configured key, which belongs to one account.</summary>
internal sealed class DevelopmentKeyring(IOptions<KeysOptions> keys, IOptions<JobsOptions> jobs) : IKeyring
{
    private readonly byte[]? _digest = keys.Value.Development is { Length: > 0 } key ? Digest(key) : null;
    private readonly Caller _caller = new("acc_development", Tiers.Pro, jobs.Value.DefaultDeadline, jobs.Value.MaxDeadline);

    public Caller? Authenticate(string key) => _digest is not null && CryptographicOperations.FixedTimeEquals(_digest, Digest(key)) ? _caller : null;

    private static byte[] Digest(string key) => SHA256.HashData(Encoding.UTF8.GetBytes(key));
}

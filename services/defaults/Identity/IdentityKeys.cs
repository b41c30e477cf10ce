using System.Security.Cryptography;
using Microsoft.Extensions.Options;
using Microsoft.IdentityModel.Tokens;

namespace KreaPlatform.ServiceDefaults.Identity;

/// <summary>The keys of this process, read at start.</summary>
internal sealed class IdentityKeys
{
    /// <exception cref="CryptographicException">A key can't be read, or is of another curve.</exception>
    public IdentityKeys(IOptions<IdentityOptions> options)
    {
        var (signing, trusted) = (options.Value.SigningKey, options.Value.TrustedKeys);
        var pair = signing is { Length: > 0 } ? Read(signing) : trusted.Length == 0 ? ECDsa.Create(ECCurve.NamedCurves.nistP256) : null;
        Signing = pair is null ? null : Named(pair);
        Trusted = [.. trusted.Select(pem => Named(Read(pem))), .. Signing is null ? Array.Empty<ECDsaSecurityKey>() : [Signing]];
    }

    /// <summary>What signs; null in a process that only verifies.</summary>
    public ECDsaSecurityKey? Signing { get; }

    /// <summary>What is believed.</summary>
    public IReadOnlyList<SecurityKey> Trusted { get; }

    private static ECDsa Read(string pem)
    {
        var key = ECDsa.Create();
        key.ImportFromPem(pem);
        return key.KeySize == 256 ? key : throw new CryptographicException($"Identity keys are of the curve P-256; one has {key.KeySize} bits.");
    }

    // Named by its public half (RFC 7638), so that both sides give it the same name.
    private static ECDsaSecurityKey Named(ECDsa key)
    {
        var named = new ECDsaSecurityKey(key);
        named.KeyId = Base64UrlEncoder.Encode(named.ComputeJwkThumbprint());
        return named;
    }
}

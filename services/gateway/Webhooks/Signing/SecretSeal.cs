using System.Security.Cryptography;
using System.Text;
using Microsoft.Extensions.Options;

namespace KreaPlatform.Gateway.Webhooks.Signing;

/// <summary>
/// Secrets as they lie in the database: sealed with AES-GCM under the operator's keys (<see cref="WebhooksOptions.SecretKeys"/>), or as they are where
/// the operator gave none. The first key seals, all open, so that keys can be changed.
/// </summary>
public sealed class SecretSeal(IOptions<WebhooksOptions> options)
{
    private const string Mark = "sealed:";
    private const int KeyBytes = 32;
    private static readonly int NonceBytes = AesGcm.NonceByteSizes.MaxSize;
    private static readonly int TagBytes = AesGcm.TagByteSizes.MaxSize;
    private readonly byte[][] _keys = [.. options.Value.SecretKeys.Select(Key)];

    /// <summary>The stored form of a secret.</summary>
    public string Seal(string secret)
    {
        if (_keys.Length == 0) return secret;
        var plain = Encoding.UTF8.GetBytes(secret);
        var stored = new byte[NonceBytes + TagBytes + plain.Length];
        RandomNumberGenerator.Fill(stored.AsSpan(0, NonceBytes));
        using var cipher = new AesGcm(_keys[0], TagBytes);
        cipher.Encrypt(stored.AsSpan(0, NonceBytes), plain, stored.AsSpan(NonceBytes + TagBytes), stored.AsSpan(NonceBytes, TagBytes));
        return Mark + Convert.ToBase64String(stored);
    }

    /// <summary>The secret of a stored form.</summary>
    /// <exception cref="CryptographicException">None of the keys opens it.</exception>
    public string Open(string stored)
    {
        if (!stored.StartsWith(Mark, StringComparison.Ordinal)) return stored;
        var bytes = Convert.FromBase64String(stored[Mark.Length..]).AsSpan();
        var plain = new byte[bytes.Length - NonceBytes - TagBytes];
        foreach (var key in _keys)
        {
            try
            {
                using var cipher = new AesGcm(key, TagBytes);
                cipher.Decrypt(bytes[..NonceBytes], bytes[(NonceBytes + TagBytes)..], bytes.Slice(NonceBytes, TagBytes), plain);
                return Encoding.UTF8.GetString(plain);
            }
            catch (AuthenticationTagMismatchException)
            {
                // Sealed under another key.
            }
        }
        throw new CryptographicException($"A webhook secret was sealed with a key that is not in {WebhooksOptions.Section}:{nameof(WebhooksOptions.SecretKeys)}.");
    }

    private static byte[] Key(string text)
    {
        var bytes = new byte[KeyBytes];
        return Convert.TryFromBase64String(text, bytes, out var length) && length == KeyBytes
            ? bytes
            : throw new InvalidOperationException($"{WebhooksOptions.Section}:{nameof(WebhooksOptions.SecretKeys)} must be base64 of {KeyBytes} bytes each.");
    }
}

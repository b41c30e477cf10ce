using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;

namespace KreaPlatform.Gateway.Images;

/// <summary>Signs paths for a time: HMAC-SHA-256 (RFC 2104) over the path, a line feed and the Unix time of expiry, as base64url. Pure.</summary>
public static class LinkSignature
{
    /// <summary>The signature of a path that expires at a Unix time in seconds.</summary>
    public static string Sign(byte[] key, string path, long expires) =>
        Base64Url.EncodeToString(HMACSHA256.HashData(key, Encoding.UTF8.GetBytes($"{path}\n{expires}")));

    /// <summary>Whether one of the keys made the signature; takes the same time for every wrong signature of the right length.</summary>
    public static bool Verify(IReadOnlyList<byte[]> keys, string path, long expires, string signature)
    {
        var given = Encoding.UTF8.GetBytes(signature);
        var valid = false;
        foreach (var key in keys) valid |= CryptographicOperations.FixedTimeEquals(given, Encoding.UTF8.GetBytes(Sign(key, path, expires)));
        return valid;
    }
}

using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace KreaPlatform.Gateway.Webhooks.Signing;

/// <summary>Signatures of Standard Webhooks 1.0.0: HMAC-SHA256 over <c>id.timestamp.body</c>. Pure.</summary>
public static class WebhookSignature
{
    private const string Version = "v1,";

    /// <summary>One entry of the header <c>webhook-signature</c>.</summary>
    /// <param name="key">The secret's key.</param>
    /// <param name="id">Header <c>webhook-id</c>.</param>
    /// <param name="timestamp">Header <c>webhook-timestamp</c>: the attempt, in Unix seconds.</param>
    /// <param name="body">The body, byte for byte.</param>
    public static string Sign(ReadOnlySpan<byte> key, string id, long timestamp, ReadOnlySpan<byte> body)
    {
        using var hash = IncrementalHash.CreateHMAC(HashAlgorithmName.SHA256, key);
        hash.AppendData(Encoding.UTF8.GetBytes(string.Create(CultureInfo.InvariantCulture, $"{id}.{timestamp}.")));
        hash.AppendData(body);
        return Version + Convert.ToBase64String(hash.GetHashAndReset());
    }

    /// <summary>The whole header: an entry for each key, so that a receiver may hold any of them.</summary>
    public static string Header(IEnumerable<byte[]> keys, string id, long timestamp, byte[] body) =>
        string.Join(' ', keys.Select(key => Sign(key, id, timestamp, body)));
}

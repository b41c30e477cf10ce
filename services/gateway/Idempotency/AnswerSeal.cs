using System.Security.Cryptography;
using System.Text;

namespace KreaPlatform.Gateway.Idempotency;

/// <summary>
/// Keeps answers that hold secrets unreadable where they lie: AES-256-GCM under a key that HKDF (RFC 5869) derives from the caller's own API key, of which
/// the database has only a digest. Only who sent the request can have it again. Pure.
/// </summary>
internal static class AnswerSeal
{
    private const int NonceBytes = 12;
    private const int TagBytes = 16;
    private static readonly byte[] Purpose = Encoding.ASCII.GetBytes("krea idempotent answer v1");

    /// <summary>Nonce, tag and cipher text.</summary>
    public static byte[] Seal(string apiKey, byte[] answer)
    {
        var sealedBytes = new byte[NonceBytes + TagBytes + answer.Length];
        var nonce = sealedBytes.AsSpan(0, NonceBytes);
        RandomNumberGenerator.Fill(nonce);
        using var aes = new AesGcm(Derive(apiKey), TagBytes);
        aes.Encrypt(nonce, answer, sealedBytes.AsSpan(NonceBytes + TagBytes), sealedBytes.AsSpan(NonceBytes, TagBytes));
        return sealedBytes;
    }

    /// <summary>The answer, or null when it was sealed for another key.</summary>
    public static byte[]? Open(string apiKey, byte[] sealedBytes)
    {
        if (sealedBytes.Length < NonceBytes + TagBytes) return null;
        var answer = new byte[sealedBytes.Length - NonceBytes - TagBytes];
        using var aes = new AesGcm(Derive(apiKey), TagBytes);
        try
        {
            aes.Decrypt(sealedBytes.AsSpan(0, NonceBytes), sealedBytes.AsSpan(NonceBytes + TagBytes), sealedBytes.AsSpan(NonceBytes, TagBytes), answer);
            return answer;
        }
        catch (AuthenticationTagMismatchException)
        {
            return null;
        }
    }

    private static byte[] Derive(string apiKey) => HKDF.DeriveKey(HashAlgorithmName.SHA256, Encoding.UTF8.GetBytes(apiKey), 32, info: Purpose);
}

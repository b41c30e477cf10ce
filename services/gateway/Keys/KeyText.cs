using System.Security.Cryptography;
using System.Text;
using KreaPlatform.Contracts.Ids;

namespace KreaPlatform.Gateway.Keys;

/// <summary>
/// What a key looks like, pure: <c>krea_</c>, 52 characters of 256 random bits, and 6 characters of a checksum over those before. Scanners for leaked
/// secrets find it by its form, and a mistyped key is refused before anything is looked up.
/// </summary>
public static class KeyText
{
    /// <summary>What every key starts with.</summary>
    public const string Start = "krea_";
    /// <summary>Random bytes that a key is made of.</summary>
    public const int SecretBytes = 32;
    /// <summary>How many of its first characters are kept for its holder to know it by: the start, and 40 of the 256 bits.</summary>
    public const int VisibleLength = 13;
    /// <summary>Characters of a key.</summary>
    public const int Length = 63;
    private const int ChecksumLength = 6;

    /// <summary>The key of <see cref="SecretBytes"/> random bytes.</summary>
    public static string Of(ReadOnlySpan<byte> secret)
    {
        if (secret.Length != SecretBytes) throw new ArgumentException($"A key is made of {SecretBytes} bytes.", nameof(secret));
        var body = Start + PrefixedId.Encode(new Guid(secret[..16])) + PrefixedId.Encode(new Guid(secret[16..]));
        return body + Checksum(body);
    }

    /// <summary>Whether a text has the form and the checksum of a key. Says nothing about whether anybody has it.</summary>
    public static bool IsWellFormed(string key) =>
        key.Length == Length && key.StartsWith(Start, StringComparison.Ordinal) && Checksum(key[..^ChecksumLength]) == key[^ChecksumLength..];

    /// <summary>
    /// SHA-256 of a key: what is stored and looked up. A password needs a slow hash because it can be guessed; 256 random bits can't be, so a fast one
    /// gives away just as little, and every request can afford it.
    /// </summary>
    public static byte[] Digest(string key) => SHA256.HashData(Encoding.UTF8.GetBytes(key));

    // 30 bits of a hash: for mistakes, not against forgers.
    private static string Checksum(string body) => PrefixedId.Encode(new Guid(Digest(body).AsSpan(0, 16)))[^ChecksumLength..];
}

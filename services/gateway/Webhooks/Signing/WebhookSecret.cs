using System.Diagnostics.CodeAnalysis;
using System.Security.Cryptography;

namespace KreaPlatform.Gateway.Webhooks.Signing;

/// <summary>Signing secrets as Standard Webhooks 1.0.0 writes them: <c>whsec_</c> and the base64 of 24 to 64 bytes.</summary>
public static class WebhookSecret
{
    /// <summary>What every secret begins with.</summary>
    public const string Prefix = "whsec_";
    /// <summary>Fewest bytes of key.</summary>
    public const int LeastBytes = 24;
    /// <summary>Most bytes of key.</summary>
    public const int MostBytes = 64;
    private const int NewBytes = 32;

    /// <summary>A new secret of 32 random bytes.</summary>
    public static string New() => Prefix + Convert.ToBase64String(RandomNumberGenerator.GetBytes(NewBytes));

    /// <summary>The key of a secret; false when the text is none.</summary>
    public static bool TryRead(string text, [NotNullWhen(true)] out byte[]? key)
    {
        key = null;
        if (!text.StartsWith(Prefix, StringComparison.Ordinal) || text.Length > Prefix.Length + (MostBytes + 2) / 3 * 4) return false;
        var buffer = new byte[MostBytes + 2];
        if (!Convert.TryFromBase64String(text[Prefix.Length..], buffer, out var length) || length is < LeastBytes or > MostBytes) return false;
        key = buffer[..length];
        return true;
    }
}

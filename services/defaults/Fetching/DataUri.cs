using System.Diagnostics.CodeAnalysis;

namespace KreaPlatform.ServiceDefaults.Fetching;

/// <summary>Bytes inside a URI (RFC 2397): <c>data:image/png;base64,...</c>. Pure.</summary>
public static class DataUri
{
    private const string Scheme = "data:";

    /// <summary>Whether a text claims to be a data URI.</summary>
    public static bool Is(string text) => text.StartsWith(Scheme, StringComparison.OrdinalIgnoreCase);

    /// <summary>The bytes of a data URI in base64; its media type is not looked at, since content decides.</summary>
    /// <returns>False when it is no data URI, not in base64, or damaged.</returns>
    public static bool TryRead(string text, [NotNullWhen(true)] out byte[]? bytes)
    {
        bytes = null;
        var comma = text.IndexOf(',', StringComparison.Ordinal);
        if (!Is(text) || comma < 0 || !text.AsSpan(Scheme.Length, comma - Scheme.Length).TrimEnd().EndsWith(";base64", StringComparison.OrdinalIgnoreCase)) return false;
        var data = text.AsSpan(comma + 1);
        if (data.Contains('%')) data = Uri.UnescapeDataString(data.ToString());
        var buffer = new byte[data.Length / 4 * 3 + 3];
        if (!Convert.TryFromBase64Chars(data, buffer, out var length)) return false;
        bytes = buffer[..length];
        return true;
    }
}

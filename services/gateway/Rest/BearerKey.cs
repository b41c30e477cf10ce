using System.Diagnostics.CodeAnalysis;

namespace KreaPlatform.Gateway.Rest;

/// <summary>Reads the key of <c>Authorization: Bearer KEY</c> (RFC 6750).</summary>
public static class BearerKey
{
    private const string Scheme = "Bearer ";
    private const int LongestKey = 512;

    /// <summary>The key, or false when the value is anything else.</summary>
    public static bool TryRead(string? authorization, [NotNullWhen(true)] out string? key)
    {
        key = null;
        if (authorization is null || !authorization.StartsWith(Scheme, StringComparison.OrdinalIgnoreCase)) return false;
        var rest = authorization[Scheme.Length..].Trim();
        if (rest.Length is 0 or > LongestKey) return false;
        key = rest;
        return true;
    }
}

using System.Globalization;

namespace KreaPlatform.Gateway.Rest;

/// <summary>Times of the public API: RFC 3339, written in UTC with milliseconds.</summary>
public static class Rfc3339
{
    private static readonly string[] Formats =
    [
        "yyyy-MM-dd'T'HH:mm:ssK", "yyyy-MM-dd'T'HH:mm:ss.FFFFFFFK",
    ];

    /// <summary>Writes a time.</summary>
    public static string Format(DateTimeOffset time) => time.ToUniversalTime().ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", CultureInfo.InvariantCulture);

    /// <summary>Reads a time; the offset is required (<c>Z</c> or <c>+hh:mm</c>).</summary>
    public static bool TryParse(string text, out DateTimeOffset time)
    {
        time = default;
        // In a query string an unescaped + arrives as a space.
        var restored = text.Length > 6 && text[^6] == ' ' ? text[..^6] + "+" + text[^5..] : text;
        var hasOffset = restored.EndsWith('Z') || restored.Length > 6 && restored[^6] is '+' or '-' && restored[^3] == ':';
        return hasOffset && DateTimeOffset.TryParseExact(restored, Formats, CultureInfo.InvariantCulture, DateTimeStyles.AdjustToUniversal, out time);
    }
}

using System.Globalization;

namespace KreaPlatform.Gateway.Models;

/// <summary>Tells callers of a name that is about to go: <c>Deprecation</c> (RFC 9745), <c>Sunset</c> (RFC 8594) and <c>Link</c> (RFC 8288) on every answer about it.</summary>
public static class ModelNotices
{
    /// <summary>Adds the headers that the lifecycle of a name calls for; none for a name that is not going.</summary>
    public static void Announce(this HttpResponse response, ModelLifecycle lifecycle)
    {
        if (lifecycle.DeprecatedAt is null && lifecycle.SunsetAt is null) return;
        if (lifecycle.DeprecatedAt is { } since) response.Headers["Deprecation"] = "@" + since.ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture);
        if (lifecycle.SunsetAt is { } end) response.Headers["Sunset"] = end.ToUniversalTime().ToString("R", CultureInfo.InvariantCulture);
        if (lifecycle.Documentation is { } page) response.Headers.Append("Link", $"<{page.AbsoluteUri}>; rel=\"deprecation\"; type=\"text/html\"");
        if (lifecycle.Replacement is { } next) response.Headers.Append("Link", $"</v1/models/{Escape(next)}>; rel=\"successor-version\"");
    }

    private static string Escape(string name) => string.Join('/', name.Split('/').Select(Uri.EscapeDataString));
}

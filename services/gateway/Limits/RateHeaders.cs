using System.Globalization;

namespace KreaPlatform.Gateway.Limits;

/// <summary>Tells callers their limits before they bite: draft-ietf-httpapi-ratelimit-headers.</summary>
public static class RateHeaders
{
    /// <summary>Name of the policy that counts requests.</summary>
    public const string Requests = "requests";

    /// <summary>Sets <c>RateLimit-Policy</c> and <c>RateLimit</c>, and <c>Retry-After</c> (whole seconds, never earlier than the limit's own time) on a refusal.</summary>
    public static void Write(IHeaderDictionary headers, RateVerdict verdict)
    {
        var seconds = (long)Math.Ceiling(verdict.NextIn.TotalSeconds);
        headers["RateLimit-Policy"] = string.Create(CultureInfo.InvariantCulture, $"\"{Requests}\";q={verdict.Limit};w=60");
        headers["RateLimit"] = string.Create(CultureInfo.InvariantCulture, $"\"{Requests}\";r={verdict.Remaining};t={seconds}");
        if (!verdict.Allowed) headers.RetryAfter = Math.Max(1, seconds).ToString(CultureInfo.InvariantCulture);
    }
}

using System.Globalization;
using Microsoft.Extensions.Primitives;

namespace KreaPlatform.Gateway.Rest;

/// <summary>
/// The preference <c>wait</c> (RFC 7240 section 4.3): for how many seconds the answer may be held until the job ends. Being a preference it is
/// never an error: more than <see cref="Most"/> counts as that, and what is not a number of seconds is ignored.
/// </summary>
public static class WaitPreference
{
    /// <summary>Longest wait.</summary>
    public static TimeSpan Most { get; } = TimeSpan.FromSeconds(120);

    /// <summary>The wait that the <c>Prefer</c> headers ask for, or null. The first <c>wait</c> counts.</summary>
    public static TimeSpan? Read(StringValues prefer)
    {
        foreach (var header in prefer)
            foreach (var preference in (header ?? "").Split(',', StringSplitOptions.TrimEntries))
            {
                var parts = preference.Split(';')[0].Split('=', 2, StringSplitOptions.TrimEntries);
                if (parts.Length != 2 || !parts[0].Equals("wait", StringComparison.OrdinalIgnoreCase)) continue;
                return double.TryParse(parts[1].Trim('"'), NumberStyles.None, CultureInfo.InvariantCulture, out var seconds)
                    ? TimeSpan.FromSeconds(Math.Min(seconds, Most.TotalSeconds))
                    : null;
            }
        return null;
    }

    /// <summary>Says in the answer that the preference was honoured, and for how long.</summary>
    public static void Applied(HttpResponse response, TimeSpan wait)
    {
        response.Headers["Preference-Applied"] = $"wait={wait.TotalSeconds:0}";
        response.Headers.Append("Vary", "Prefer");
    }
}

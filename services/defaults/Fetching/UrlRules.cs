using System.Diagnostics.CodeAnalysis;

namespace KreaPlatform.ServiceDefaults.Fetching;

/// <summary>What can be told of a URL without the network. Pure.</summary>
public static class UrlRules
{
    private const int Longest = 2048;

    /// <summary>Reads a URL that a stranger wrote, or says what is wrong with it.</summary>
    public static UrlVerdict Read(string text, FetchingOptions options, out Uri? url)
    {
        url = null;
        // Parsers disagree about these, and what one checks another must not read differently.
        if (text.Length > Longest || text.Any(c => c is '\\' || char.IsControl(c) || char.IsWhiteSpace(c)) || !Uri.TryCreate(text, UriKind.Absolute, out var parsed))
            return new UrlVerdict(UrlRefusal.Malformed, $"must be an absolute URL of at most {Longest} characters, without spaces and backslashes");
        var verdict = Judge(parsed, options);
        if (verdict.IsAllowed) url = parsed;
        return verdict;
    }

    /// <summary>Judges scheme, credentials, host and port.</summary>
    public static UrlVerdict Judge(Uri? url, FetchingOptions options)
    {
        if (url is not { IsAbsoluteUri: true } || url.IdnHost.Length == 0)
            return new UrlVerdict(UrlRefusal.Malformed, "must be an absolute URL with a host");
        if (url.UserInfo.Length > 0) return new UrlVerdict(UrlRefusal.Credentials, "must not have a user name or password before the host");
        if (IsTrusted(url, options)) return UrlVerdict.Allowed;
        if (url.Scheme != Uri.UriSchemeHttps) return new UrlVerdict(UrlRefusal.Scheme, "must be an https URL");
        return options.Ports.Contains(url.Port)
            ? UrlVerdict.Allowed
            : new UrlVerdict(UrlRefusal.Port, $"must use one of the ports {string.Join(", ", options.Ports)}");
    }

    /// <summary>Whether the operator named this host and port (<see cref="FetchingOptions.AllowedHosts"/>).</summary>
    public static bool IsTrusted([NotNullWhen(true)] Uri? url, FetchingOptions options) =>
        url is { IsAbsoluteUri: true } && (url.Scheme == Uri.UriSchemeHttps || url.Scheme == Uri.UriSchemeHttp)
        && options.AllowedHosts.Contains($"{url.IdnHost}:{url.Port}", StringComparer.OrdinalIgnoreCase);
}

namespace KreaPlatform.ServiceDefaults.Fetching;

/// <summary>Configuration section <c>Fetching</c>: everything that is fetched from, or sent to, an address that a stranger chose.</summary>
public sealed class FetchingOptions
{
    /// <summary>Name of the configuration section.</summary>
    public const string Section = "Fetching";

    /// <summary>
    /// Hosts as <c>name:port</c> that are trusted wherever they are, even without TLS and on the loopback. Empty, except where a test or an operator
    /// names a receiver of their own.
    /// </summary>
    public string[] AllowedHosts { get; set; } = [];

    /// <summary>Ports that other hosts may be reached on.</summary>
    public int[] Ports { get; set; } = [443, 8443];

    /// <summary>Longest time to resolve a name and connect.</summary>
    public TimeSpan ConnectTimeout { get; set; } = TimeSpan.FromSeconds(5);

    /// <summary>Longest time of a whole fetch, redirects and body included.</summary>
    public TimeSpan FetchTimeout { get; set; } = TimeSpan.FromSeconds(15);

    /// <summary>Redirects that a fetch follows; each is checked like the first URL.</summary>
    public int MaxRedirects { get; set; } = 3;
}

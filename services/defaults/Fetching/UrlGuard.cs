using Microsoft.Extensions.Options;

namespace KreaPlatform.ServiceDefaults.Fetching;

/// <summary>
/// Says early, for instance when an endpoint is registered, whether a URL may be called. The answer is for people: names may resolve differently
/// a moment later, so <see cref="GuardedHandler"/> checks again on the address that it connects to.
/// </summary>
public sealed class UrlGuard(IHostResolver resolver, IOptions<FetchingOptions> options)
{
    /// <summary>Judges a URL as a stranger wrote it, without the network; <paramref name="url"/> is set when it may be tried.</summary>
    public UrlVerdict Read(string text, out Uri? url) => UrlRules.Read(text, options.Value, out url);

    /// <summary>Judges a URL and every address that its host resolves to now.</summary>
    public async Task<UrlVerdict> CheckAsync(Uri url, CancellationToken cancel = default)
    {
        var verdict = UrlRules.Judge(url, options.Value);
        if (!verdict.IsAllowed || UrlRules.IsTrusted(url, options.Value)) return verdict;

        using var patience = CancellationTokenSource.CreateLinkedTokenSource(cancel);
        patience.CancelAfter(options.Value.ConnectTimeout);
        try
        {
            var addresses = await resolver.ResolveAsync(url.IdnHost.Trim('[', ']'), patience.Token);
            if (addresses.Count == 0) return new UrlVerdict(UrlRefusal.UnknownHost, "has a host that does not resolve");
            return addresses.All(PublicAddresses.Contain) ? UrlVerdict.Allowed : GuardedHandler.NotPublic;
        }
        catch (OperationCanceledException) when (!cancel.IsCancellationRequested)
        {
            return new UrlVerdict(UrlRefusal.UnknownHost, "has a host that does not resolve in time");
        }
    }
}

using KreaPlatform.Gateway.Problems;
using KreaPlatform.Gateway.Requests;
using KreaPlatform.ServiceDefaults.Fetching;

namespace KreaPlatform.Gateway.Webhooks.Endpoints;

/// <summary>Judges the URLs that callers want to be told at, when they name them. Each attempt is guarded again on the address that it connects to.</summary>
public sealed class WebhookUrls(UrlGuard guard)
{
    /// <summary>Checks a URL and the addresses behind it, and adds what is wrong.</summary>
    /// <param name="url">The URL as given.</param>
    /// <param name="pointer">Where it stands in the body.</param>
    /// <param name="errors">Where errors go.</param>
    /// <param name="cancel">Gives up.</param>
    public async Task CheckAsync(string url, string pointer, ErrorList errors, CancellationToken cancel)
    {
        var verdict = guard.Read(url, out var parsed);
        if (verdict.IsAllowed) verdict = await guard.CheckAsync(parsed!, cancel);
        if (!verdict.IsAllowed)
            errors.Add(pointer, verdict.Refusal == UrlRefusal.Malformed ? FieldErrorCode.Malformed : FieldErrorCode.UrlRefused, verdict.Message);
    }
}

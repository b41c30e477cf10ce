using System.Net;
using Microsoft.Extensions.Options;

namespace KreaPlatform.ServiceDefaults.Fetching;

/// <summary>Fetches what strangers' URLs lead to, through <see cref="GuardedHandler"/>, within limits of size, time and redirects. Never throws for what the URL or its host does.</summary>
public sealed class UrlFetcher(GuardedHandler handler, UrlGuard guard, TimeProvider clock, IOptions<FetchingOptions> options)
{
    private readonly HttpClient _http = new(handler, disposeHandler: false) { Timeout = Timeout.InfiniteTimeSpan };

    /// <summary>Gets the body of a URL.</summary>
    /// <param name="url">The URL as a stranger wrote it.</param>
    /// <param name="mostBytes">Most bytes that the body may have.</param>
    /// <param name="accept">Media types asked for.</param>
    /// <param name="cancel">Gives up.</param>
    /// <exception cref="OperationCanceledException">The caller gave up.</exception>
    public async Task<FetchResult> GetAsync(string url, long mostBytes, string accept, CancellationToken cancel)
    {
        using var time = new CancellationTokenSource(options.Value.FetchTimeout, clock);
        using var ending = CancellationTokenSource.CreateLinkedTokenSource(cancel, time.Token);
        try
        {
            return await FollowAsync(url, mostBytes, accept, ending.Token);
        }
        catch (UrlRefusedException refused)
        {
            return Refused(refused.Verdict);
        }
        catch (Exception e) when (e is HttpRequestException or IOException)
        {
            return FetchResult.Failed(FetchErrorCode.UrlUnreachable, "leads to a host that can't be reached");
        }
        catch (OperationCanceledException) when (!cancel.IsCancellationRequested)
        {
            return FetchResult.Failed(FetchErrorCode.TooSlow, $"took longer than {options.Value.FetchTimeout.TotalSeconds:0.#} s to fetch");
        }
    }

    private async Task<FetchResult> FollowAsync(string text, long mostBytes, string accept, CancellationToken cancel)
    {
        // 1. The URL, before the network is touched.
        var verdict = guard.Read(text, out var url);
        for (var redirects = 0; verdict.IsAllowed; redirects++)
        {
            // 2. The addresses behind it; the handler checks those that it connects to again.
            verdict = await guard.CheckAsync(url!, cancel);
            if (!verdict.IsAllowed) break;

            // 3. The answer. Without a content encoding, so that few bytes can't become many.
            using var request = new HttpRequestMessage(HttpMethod.Get, url);
            request.Headers.TryAddWithoutValidation("Accept", accept);
            request.Headers.TryAddWithoutValidation("Accept-Encoding", "identity");
            request.Headers.TryAddWithoutValidation("User-Agent", "KreaPlatform");
            using var response = await _http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, cancel);
            if (!IsRedirect(response.StatusCode)) return await ReadAsync(response, mostBytes, cancel);

            // 4. A redirect is a new URL, judged from the start.
            if (redirects == options.Value.MaxRedirects || response.Headers.Location is not { } location || !Uri.TryCreate(url, location, out var next))
                return FetchResult.Failed(FetchErrorCode.TooManyRedirects, $"redirects more than {options.Value.MaxRedirects} times, or to nowhere");
            verdict = guard.Read(next.AbsoluteUri, out url);
            if (!verdict.IsAllowed) verdict = verdict with { Message = "redirects to a URL that " + verdict.Message };
        }
        return Refused(verdict);
    }

    private static async Task<FetchResult> ReadAsync(HttpResponseMessage response, long mostBytes, CancellationToken cancel)
    {
        if (!response.IsSuccessStatusCode) return FetchResult.Failed(FetchErrorCode.UrlNotFound, $"answers {(int)response.StatusCode}");
        var tooLarge = FetchResult.Failed(FetchErrorCode.TooManyBytes, $"leads to more than {mostBytes} bytes");
        if (response.Content.Headers.ContentLength is { } length && length > mostBytes) return tooLarge;

        await using var body = await response.Content.ReadAsStreamAsync(cancel);
        using var bytes = new MemoryStream();
        var part = new byte[64 * 1024];
        while (await body.ReadAsync(part, cancel) is var read and > 0)
        {
            if (bytes.Length + read > mostBytes) return tooLarge;
            bytes.Write(part, 0, read);
        }
        return FetchResult.Of(bytes.ToArray());
    }

    private static bool IsRedirect(HttpStatusCode status) => status is HttpStatusCode.MovedPermanently or HttpStatusCode.Found or HttpStatusCode.SeeOther
        or HttpStatusCode.TemporaryRedirect or HttpStatusCode.PermanentRedirect;

    private static FetchResult Refused(UrlVerdict verdict) => verdict.Refusal == UrlRefusal.UnknownHost
        ? FetchResult.Failed(FetchErrorCode.UrlUnreachable, verdict.Message!)
        : FetchResult.Failed(FetchErrorCode.UrlRefused, verdict.Message!);
}

using System.Net.Http.Headers;
using System.Net.ServerSentEvents;
using System.Runtime.CompilerServices;
using System.Text.Json;
using System.Text.Json.Serialization;
using KreaPlatform.Standalone.CommandLine;

namespace KreaPlatform.Standalone.Generate;

/// <summary>The platform's public HTTP API, called as any developer would.</summary>
internal sealed class PublicApi : IDisposable
{
    private static readonly JsonSerializerOptions OmitNulls =
        new(GenerationResource.Json) { DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull };

    private readonly HttpClient _http;
    private readonly HttpClient _anonymous = new();

    /// <summary>A client of the API at <paramref name="address"/>.</summary>
    public PublicApi(Uri address, string key)
    {
        _http = new HttpClient { BaseAddress = address, Timeout = Timeout.InfiniteTimeSpan };
        _http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", key);
    }

    /// <summary>Submits what was asked; what was left out is for the API to fill in.</summary>
    /// <exception cref="StandaloneException">The API refused it; the message names each field.</exception>
    public async Task<GenerationResource> SubmitAsync(StandaloneOptions options, CancellationToken cancel)
    {
        var body = new
        {
            options.Model, options.Prompt, NegativePrompt = options.Negative, N = options.Count, options.Width, options.Height, options.AspectRatio,
            options.Seed, options.Steps, options.Guidance, Output = options.Format is null ? null : new { options.Format },
        };
        using var answer = await _http.PostAsJsonAsync("v1/generations", body, OmitNulls, cancel);
        return await ReadAsync(answer, cancel);
    }

    /// <summary>The generation as it is now.</summary>
    public async Task<GenerationResource> FindAsync(string id, CancellationToken cancel)
    {
        using var answer = await _http.GetAsync($"v1/generations/{id}", cancel);
        return await ReadAsync(answer, cancel);
    }

    /// <summary>Asks for an early end.</summary>
    public async Task CancelAsync(string id, CancellationToken cancel) => (await _http.PostAsync($"v1/generations/{id}/cancel", null, cancel)).Dispose();

    /// <summary>The generation's events, from <paramref name="afterId"/> on, until the stream ends.</summary>
    public async IAsyncEnumerable<SseItem<string>> EventsAsync(string id, string? afterId, [EnumeratorCancellation] CancellationToken cancel)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, $"v1/generations/{id}/events");
        request.Headers.Accept.ParseAdd("text/event-stream");
        if (!string.IsNullOrEmpty(afterId)) request.Headers.Add("Last-Event-ID", afterId);
        using var answer = await _http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, cancel);
        answer.EnsureSuccessStatusCode();
        await foreach (var item in SseParser.Create(await answer.Content.ReadAsStreamAsync(cancel)).EnumerateAsync(cancel)) yield return item;
    }

    /// <summary>The bytes behind a signed URL, fetched without the key.</summary>
    public Task<byte[]> DownloadAsync(string url, CancellationToken cancel) => _anonymous.GetByteArrayAsync(url, cancel);

    /// <inheritdoc/>
    public void Dispose()
    {
        _http.Dispose();
        _anonymous.Dispose();
    }

    private static async Task<GenerationResource> ReadAsync(HttpResponseMessage answer, CancellationToken cancel)
    {
        if (answer.IsSuccessStatusCode) return (await answer.Content.ReadFromJsonAsync<GenerationResource>(GenerationResource.Json, cancel))!;
        throw new StandaloneException(Problem.Describe(await answer.Content.ReadAsStringAsync(cancel)));
    }
}

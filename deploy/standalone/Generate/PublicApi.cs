using System.Net.Http.Headers;
using System.Net.ServerSentEvents;
using System.Runtime.CompilerServices;
using System.Text.Json;
using System.Text.Json.Serialization;

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

    /// <summary>Submits a request; what was left out is for the API to fill in.</summary>
    /// <exception cref="StandaloneException">The API refused it; the message names each field.</exception>
    public Task<GenerationResource> SubmitAsync(GenerationBody body, CancellationToken cancel) => PostAsync<GenerationResource>("v1/generations", body, cancel);

    /// <summary>Uploads an image.</summary>
    /// <returns>The asset's id.</returns>
    /// <exception cref="StandaloneException">The API refused it.</exception>
    public async Task<string> UploadAsync(string file, CancellationToken cancel)
    {
        using var content = new StreamContent(File.OpenRead(file));
        using var form = new MultipartFormDataContent { { content, "file", Path.GetFileName(file) } };
        using var answer = await _http.PostAsync("v1/assets", form, cancel);
        if (!answer.IsSuccessStatusCode) throw new StandaloneException($"{file}: {Problem.Describe(await answer.Content.ReadAsStringAsync(cancel))}");
        return (await answer.Content.ReadFromJsonAsync<MadeResource>(GenerationResource.Json, cancel))!.Id;
    }

    /// <summary>Makes a named style of assets.</summary>
    /// <returns>The style's id.</returns>
    /// <exception cref="StandaloneException">The API refused it.</exception>
    public async Task<string> MakeStyleAsync(string name, IReadOnlyList<string> assets, CancellationToken cancel) =>
        (await PostAsync<MadeResource>("v1/styles", new { Name = name, Images = assets }, cancel)).Id;

    /// <summary>The generation as it is now.</summary>
    public async Task<GenerationResource> FindAsync(string id, CancellationToken cancel)
    {
        using var answer = await _http.GetAsync($"v1/generations/{id}", cancel);
        return await ReadAsync<GenerationResource>(answer, cancel);
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

    private async Task<T> PostAsync<T>(string path, object body, CancellationToken cancel)
    {
        using var answer = await _http.PostAsJsonAsync(path, body, OmitNulls, cancel);
        return await ReadAsync<T>(answer, cancel);
    }

    private static async Task<T> ReadAsync<T>(HttpResponseMessage answer, CancellationToken cancel)
    {
        if (answer.IsSuccessStatusCode) return (await answer.Content.ReadFromJsonAsync<T>(GenerationResource.Json, cancel))!;
        throw new StandaloneException(Problem.Describe(await answer.Content.ReadAsStringAsync(cancel)));
    }

    private sealed record MadeResource(string Id);
}

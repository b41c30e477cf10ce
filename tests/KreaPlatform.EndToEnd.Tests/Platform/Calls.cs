using System.Net;
using System.Net.Http.Json;
using System.Net.ServerSentEvents;
using System.Runtime.CompilerServices;
using System.Text;
using System.Text.Json;

namespace KreaPlatform.EndToEnd.Tests.Platform;

/// <summary>Calls of the public API, as a developer without an SDK writes them.</summary>
public static class Calls
{
    /// <summary>About five seconds on two cores: long enough to do something in the middle.</summary>
    public static object LongRequest => new { prompt = "a dog on a beach", n = 8, steps = 80 };
    public static object ShortRequest => new { prompt = "a cat riding a bicycle", n = 1, steps = 4 };

    private static readonly string[] Endings = ["generation.completed", "generation.failed", "generation.refused", "generation.cancelled"];

    public static async Task<JsonElement> SubmitAsync(this HttpClient http, object request)
    {
        using var answer = await http.PostAsJsonAsync("v1/generations", request);
        Assert.Equal(HttpStatusCode.Accepted, answer.StatusCode);
        return await answer.Content.ReadFromJsonAsync<JsonElement>();
    }

    public static Task<HttpResponseMessage> PostAsync(this HttpClient http, byte[] body, string contentType = "application/json")
    {
        var content = new ByteArrayContent(body);
        content.Headers.TryAddWithoutValidation("Content-Type", contentType);
        return http.PostAsync("v1/generations", content);
    }

    /// <summary>Uploads a file as a form.</summary>
    /// <returns>The asset's id.</returns>
    public static async Task<string> UploadAsync(this HttpClient http, string file)
    {
        using var form = new MultipartFormDataContent { { new ByteArrayContent(await File.ReadAllBytesAsync(file)), "file", Path.GetFileName(file) } };
        using var answer = await http.PostAsync("v1/assets", form);
        Assert.True(answer.IsSuccessStatusCode, await answer.Content.ReadAsStringAsync());
        return (await answer.Content.ReadFromJsonAsync<JsonElement>()).Text("id");
    }

    public static Task<JsonElement> FindAsync(this HttpClient http, string id) => http.GetFromJsonAsync<JsonElement>($"v1/generations/{id}");

    public static async Task<JsonElement> CancelAsync(this HttpClient http, string id)
    {
        using var answer = await http.PostAsync($"v1/generations/{id}/cancel", null);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        return await answer.Content.ReadFromJsonAsync<JsonElement>();
    }

    /// <summary>The generation once it has ended.</summary>
    public static async Task<JsonElement> EndedAsync(this HttpClient http, string id)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, $"v1/generations/{id}") { Headers = { { "Prefer", "wait=120" } } };
        using var answer = await http.SendAsync(request);
        var generation = await answer.Content.ReadFromJsonAsync<JsonElement>();
        Assert.Contains("generation." + generation.Text("status"), Endings);
        return generation;
    }

    /// <summary>The events of a generation, until its stream ends.</summary>
    public static async IAsyncEnumerable<Seen> EventsAsync(this HttpClient http, string id, [EnumeratorCancellation] CancellationToken cancel = default)
    {
        using var answer = await http.GetAsync($"v1/generations/{id}/events", HttpCompletionOption.ResponseHeadersRead, cancel);
        Assert.Equal("text/event-stream", answer.Content.Headers.ContentType?.MediaType);
        await foreach (var item in SseParser.Create(await answer.Content.ReadAsStreamAsync(cancel)).EnumerateAsync(cancel))
            yield return new Seen(item.EventType, int.Parse(item.EventId!), JsonDocument.Parse(item.Data).RootElement);
    }

    /// <summary>Watches until the first step is done.</summary>
    /// <returns>The number of the step.</returns>
    public static async Task<int> FirstStepAsync(this HttpClient http, string id)
    {
        await foreach (var seen in http.EventsAsync(id))
            if (seen.Type == "generation.step") return seen.Data.GetProperty("step").GetInt32();
        Assert.Fail("The stream ended without a step.");
        return 0;
    }

    /// <summary>All events that the stream of an ended generation sends.</summary>
    public static async Task<List<Seen>> HistoryAsync(this HttpClient http, string id)
    {
        var all = new List<Seen>();
        await foreach (var seen in http.EventsAsync(id)) all.Add(seen);
        return all;
    }

    public static int EndingsIn(IEnumerable<Seen> events) => events.Count(e => Endings.Contains(e.Type));

    public static string Text(this JsonElement element, string name) => element.GetProperty(name).GetString()!;

    public static byte[] Utf8(string text) => Encoding.UTF8.GetBytes(text);

    /// <summary>Width and height of a PNG, from its header.</summary>
    public static (int Width, int Height) PngSize(byte[] file)
    {
        Assert.Equal([0x89, (byte)'P', (byte)'N', (byte)'G'], file[..4]);
        return (System.Buffers.Binary.BinaryPrimitives.ReadInt32BigEndian(file.AsSpan(16)), System.Buffers.Binary.BinaryPrimitives.ReadInt32BigEndian(file.AsSpan(20)));
    }
}

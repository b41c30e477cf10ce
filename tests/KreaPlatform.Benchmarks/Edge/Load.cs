using System.Diagnostics;
using System.Net.Http.Headers;
using System.Text;

namespace KreaPlatform.Benchmarks.Edge;

/// <summary>The same submit, again and again, to one server; and what that cost the server.</summary>
internal sealed class Load(Uri address, string key, int serverId) : IDisposable
{
    private static readonly byte[] Valid = Encoding.UTF8.GetBytes("""
        {"prompt": "a lighthouse at night, in the rain", "n": 2, "width": 128, "height": 96, "steps": 12, "guidance": 2.5, "output": {"format": "webp", "quality": 80}, "user": "u-17", "metadata": {"order": "4711"}}
        """);

    private static readonly byte[] Refused = Encoding.UTF8.GetBytes(Encoding.UTF8.GetString(Valid).Replace("\"steps\": 12", "\"steps\": 1200", StringComparison.Ordinal));

    private readonly HttpClient _http = new(new SocketsHttpHandler { PooledConnectionIdleTimeout = TimeSpan.FromMinutes(5) }) { BaseAddress = address };

    /// <summary>One request after another: how long each took, in ms.</summary>
    public async Task<double[]> OneByOneAsync(int count, bool keyed = false, bool refused = false)
    {
        var times = new double[count];
        for (var i = 0; i < count; i++)
        {
            var sent = Stopwatch.GetTimestamp();
            await SendAsync(keyed, refused);
            times[i] = Stopwatch.GetElapsedTime(sent).TotalMilliseconds;
        }
        return times;
    }

    /// <summary>Sixteen at a time.</summary>
    /// <returns>Requests a second, and milliseconds of the server's processor time a request.</returns>
    public async Task<(double PerSecond, double CpuMillis)> ManyAsync(int count, bool keyed = false, bool refused = false)
    {
        using var server = Process.GetProcessById(serverId);
        var (cpu, begin, left) = (server.TotalProcessorTime, Stopwatch.GetTimestamp(), count);
        await Task.WhenAll(Enumerable.Range(0, 16).Select(_ => Task.Run(async () =>
        {
            while (Interlocked.Decrement(ref left) >= 0) await SendAsync(keyed, refused);
        })));
        var elapsed = Stopwatch.GetElapsedTime(begin);
        server.Refresh();
        return (count / elapsed.TotalSeconds, (server.TotalProcessorTime - cpu).TotalMilliseconds / count);
    }

    public void Dispose() => _http.Dispose();

    private async Task SendAsync(bool keyed, bool refused)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/v1/generations") { Content = new ByteArrayContent(refused ? Refused : Valid) };
        request.Content.Headers.ContentType = new MediaTypeHeaderValue("application/json");
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", key);
        if (keyed) request.Headers.Add("Idempotency-Key", Guid.NewGuid().ToString("n"));
        using var answer = await _http.SendAsync(request);
        var expected = refused ? 422 : 202;
        if ((int)answer.StatusCode != expected) throw new InvalidOperationException($"{(int)answer.StatusCode}: {await answer.Content.ReadAsStringAsync()}");
        await answer.Content.ReadAsByteArrayAsync();
    }
}

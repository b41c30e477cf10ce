using System.Buffers;
using System.Globalization;
using System.IO.Pipelines;
using System.Runtime.CompilerServices;
using System.Text;
using Microsoft.AspNetCore.Http.Features;

namespace KreaPlatform.Gateway.Rest;

/// <summary>An answer of server-sent events (WHATWG HTML, section 9.2), kept open through silences by comments.</summary>
internal sealed class EventStream(HttpResponse response, TimeProvider clock, TimeSpan heartbeat)
{
    private readonly PipeWriter _to = response.BodyWriter;

    /// <summary>Sends the headers, and so the status.</summary>
    public async Task BeginAsync(TimeSpan? retry, CancellationToken cancel)
    {
        response.HttpContext.Features.Get<IHttpResponseBodyFeature>()?.DisableBuffering();
        response.ContentType = "text/event-stream";
        response.Headers.CacheControl = "no-cache, no-store, no-transform";
        response.Headers["X-Accel-Buffering"] = "no";
        if (retry is { } pause) Write($"retry: {pause.TotalMilliseconds.ToString("0", CultureInfo.InvariantCulture)}\n\n");
        await _to.FlushAsync(cancel);
    }

    /// <summary>Sends one event.</summary>
    public async Task SendAsync(string type, int? id, ReadOnlyMemory<byte> data, CancellationToken cancel)
    {
        Write($"event: {type}\n");
        if (id is { } number) Write($"id: {number.ToString(CultureInfo.InvariantCulture)}\n");
        Write("data: ");
        _to.Write(data.Span);
        Write("\n\n");
        await _to.FlushAsync(cancel);
    }

    /// <summary>The items of a source; while it is silent, comments keep proxies from closing the stream, and a dead watcher is noticed.</summary>
    public async IAsyncEnumerable<T> AliveAsync<T>(IAsyncEnumerable<T> source, [EnumeratorCancellation] CancellationToken cancel)
    {
        await using var items = source.GetAsyncEnumerator(cancel);
        while (true)
        {
            var next = items.MoveNextAsync().AsTask();
            await KeepAliveUntilAsync(next, cancel);
            if (!await next) yield break;
            yield return items.Current;
        }
    }

    private async Task KeepAliveUntilAsync(Task next, CancellationToken cancel)
    {
        while (!next.IsCompleted)
        {
            using var silence = CancellationTokenSource.CreateLinkedTokenSource(cancel);
            var pause = Task.Delay(heartbeat, clock, silence.Token);
            if (await Task.WhenAny(next, pause) == next)
            {
                await silence.CancelAsync();
                return;
            }
            if (cancel.IsCancellationRequested) return;
            Write(": still here\n\n");
            await _to.FlushAsync(cancel);
        }
    }

    private void Write(string text) => Encoding.UTF8.GetBytes(text, _to);
}

using System.Buffers;
using System.Globalization;
using System.IO.Pipelines;
using System.Text;
using System.Text.Json;
using KreaPlatform.Contracts.Ids;
using KreaPlatform.Contracts.Live;
using KreaPlatform.Gateway.Jobs;
using KreaPlatform.Gateway.Problems;
using KreaPlatform.Gateway.Watching;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Extensions.Options;

namespace KreaPlatform.Gateway.Rest;

/// <summary><c>GET /v1/generations/{id}/events</c>: server-sent events (WHATWG HTML, section 9.2) until the job has ended.</summary>
internal sealed class GenerationEvents(JobService jobs, JobWatch watch, GenerationResources resources, PublicUrls urls, IHostApplicationLifetime lifetime,
    TimeProvider clock, IOptions<EdgeOptions> options)
{
    private const int RetryMilliseconds = 2000;

    /// <summary>Streams every transition after the given one, then what happens. 204 when the job has ended and all was seen: it tells browsers to stop reconnecting.</summary>
    public async Task<IResult> HandleAsync(HttpContext context, string id)
    {
        if (!PrefixedId.IsValid(id, IdPrefix.Generation) || await jobs.FindAsync(context.Caller(), id, context.RequestAborted) is not { } job)
            return Problem.NoGeneration();
        if (EventCursor.Read(context.Request, job.TransitionCount, out var after) is { } error) return Problem.InvalidParameters(error);
        if (job.Status.HasEnded() && after == job.TransitionCount) return Results.NoContent();

        context.Features.Get<IHttpResponseBodyFeature>()?.DisableBuffering();
        var response = context.Response;
        response.ContentType = "text/event-stream";
        response.Headers.CacheControl = "no-cache, no-store, no-transform";
        response.Headers["X-Accel-Buffering"] = "no";
        using var ending = CancellationTokenSource.CreateLinkedTokenSource(context.RequestAborted, lifetime.ApplicationStopping);
        try
        {
            await StreamAsync(id, after, urls.Of(context.Request), response.BodyWriter, ending.Token);
        }
        catch (OperationCanceledException) when (ending.IsCancellationRequested)
        {
            // The watcher went away, or the host stops: it comes back with the last id that it saw.
        }
        return Results.Empty;
    }

    private async Task StreamAsync(string id, int after, string baseUrl, PipeWriter to, CancellationToken cancel)
    {
        Write(to, $"retry: {RetryMilliseconds}\n\n");
        await to.FlushAsync(cancel);
        await using var events = watch.WatchAsync(id, after, cancel).GetAsyncEnumerator(cancel);
        while (true)
        {
            var next = events.MoveNextAsync().AsTask();
            await KeepAliveUntilAsync(next, to, cancel);
            if (!await next) return;
            var current = events.Current;
            Write(to, $"event: {current.Type}\nid: {current.Number.ToString(CultureInfo.InvariantCulture)}\ndata: ");
            to.Write(await DataAsync(id, current, baseUrl, cancel));
            Write(to, "\n\n");
            await to.FlushAsync(cancel);
        }
    }

    /// <summary>Sends a comment whenever nothing has happened for a while, so that proxies keep the stream open and a dead watcher is noticed.</summary>
    private async Task KeepAliveUntilAsync(Task next, PipeWriter to, CancellationToken cancel)
    {
        while (!next.IsCompleted)
        {
            using var silence = CancellationTokenSource.CreateLinkedTokenSource(cancel);
            var pause = Task.Delay(options.Value.HeartbeatEvery, clock, silence.Token);
            if (await Task.WhenAny(next, pause) == next)
            {
                await silence.CancelAsync();
                return;
            }
            if (cancel.IsCancellationRequested) return;
            Write(to, ": still here\n\n");
            await to.FlushAsync(cancel);
        }
    }

    private async Task<byte[]> DataAsync(string id, JobEvent current, string baseUrl, CancellationToken cancel) => current switch
    {
        { Job: { } job } => JsonSerializer.SerializeToUtf8Bytes(await resources.OfAsync(job, baseUrl, cancel), PublicJson.Options),
        { Live: { } live } => JsonSerializer.SerializeToUtf8Bytes(OfLive(live), PublicJson.Options),
        _ => JsonSerializer.SerializeToUtf8Bytes(
            new EventData { Id = id, Position = current.Place?.Position, EtaSeconds = current.Place?.EtaSeconds }, PublicJson.Options),
    };

    private static EventData OfLive(LiveUpdate live) => live.Kind == LiveUpdateKind.Preview
        ? new EventData { Id = live.JobId, Step = live.Step, Steps = live.Steps, Image = live.Image, Preview = "data:image/webp;base64," + live.Preview }
        : new EventData { Id = live.JobId, Step = live.Step, Steps = live.Steps };

    private static void Write(PipeWriter to, string text) => Encoding.UTF8.GetBytes(text, to);
}

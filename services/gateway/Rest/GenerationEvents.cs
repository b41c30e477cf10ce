using System.Text.Json;
using KreaPlatform.Contracts.Ids;
using KreaPlatform.Contracts.Live;
using KreaPlatform.Gateway.Jobs;
using KreaPlatform.Gateway.Problems;
using KreaPlatform.Gateway.Watching;
using Microsoft.Extensions.Options;

namespace KreaPlatform.Gateway.Rest;

/// <summary><c>GET /v1/generations/{id}/events</c>: server-sent events (WHATWG HTML, section 9.2) until the job has ended.</summary>
internal sealed class GenerationEvents(JobService jobs, JobWatch watch, GenerationResources resources, PublicUrls urls, IHostApplicationLifetime lifetime,
    TimeProvider clock, IOptions<EdgeOptions> options)
{
    private static readonly TimeSpan Retry = TimeSpan.FromSeconds(2);

    /// <summary>Streams every transition after the given one, then what happens. 204 when the job has ended and all was seen: it tells browsers to stop reconnecting.</summary>
    public async Task<IResult> HandleAsync(HttpContext context, string id)
    {
        if (!PrefixedId.IsValid(id, IdPrefix.Generation) || await jobs.FindAsync(context.Caller(), id, context.RequestAborted) is not { } job)
            return Problem.NoGeneration();
        if (EventCursor.Read(context.Request, job.TransitionCount, out var after) is { } error) return Problem.InvalidParameters(error);
        if (job.Status.HasEnded() && after == job.TransitionCount) return Results.NoContent();

        var stream = new EventStream(context.Response, clock, options.Value.HeartbeatEvery);
        using var ending = CancellationTokenSource.CreateLinkedTokenSource(context.RequestAborted, lifetime.ApplicationStopping);
        try
        {
            await StreamAsync(id, after, urls.Of(context.Request), stream, ending.Token);
        }
        catch (OperationCanceledException) when (ending.IsCancellationRequested)
        {
            // The watcher went away, or the host stops: it comes back with the last id that it saw.
        }
        return Results.Empty;
    }

    private async Task StreamAsync(string id, int after, string baseUrl, EventStream to, CancellationToken cancel)
    {
        await to.BeginAsync(Retry, cancel);
        await foreach (var item in to.AliveAsync(watch.WatchAsync(id, after, cancel), cancel))
            await to.SendAsync(item.Type, item.Number, await DataAsync(id, item, baseUrl, cancel), cancel);
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
}

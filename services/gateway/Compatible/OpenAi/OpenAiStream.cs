using System.Text.Json;
using KreaPlatform.Contracts.Live;
using KreaPlatform.Gateway.Jobs;
using KreaPlatform.Gateway.Rest;
using KreaPlatform.Gateway.Watching;
using Microsoft.Extensions.Options;

namespace KreaPlatform.Gateway.Compatible.OpenAi;

/// <summary>
/// A job as OpenAI's stream of events: partial images while it runs (of the first image, from its previews), then an event for each finished image, or an
/// error.
/// </summary>
internal sealed class OpenAiStream(JobWatch watch, OpenAiAnswers answers, TimeProvider clock, IOptions<EdgeOptions> options)
{
    /// <summary>Streams until the job has ended; the events are named after <paramref name="name"/>, <c>image_generation</c> or <c>image_edit</c>.</summary>
    public async Task WriteAsync(HttpContext context, Job job, OpenAiCall call, string name, CancellationToken cancel)
    {
        var to = new EventStream(context.Response, clock, options.Value.HeartbeatEvery);
        var partials = new PartialImages(call.Partials);
        await to.BeginAsync(retry: null, cancel);
        await foreach (var item in to.AliveAsync(watch.WatchAsync(job.Id, 0, cancel), cancel))
        {
            if (item.IsLast) job = item.Job!;
            if (item.Live is not { Kind: LiveUpdateKind.Preview, Image: 0 } live || !partials.Take(live.Step, live.Steps)) continue;
            if (PreviewImage.Of(live.Preview, job.Request.OutputWidth, job.Request.OutputHeight, job.Request.Output) is not { } bytes) continue;
            await SendAsync($"{name}.partial_image", Event(bytes) with { PartialImageIndex = partials.Taken - 1 });
        }

        if (job.Status != JobStatus.Completed)
        {
            await to.SendAsync("error", id: null, JsonSerializer.SerializeToUtf8Bytes(new OpenAiErrorAnswer(OpenAiAnswers.Why(job).Error), PublicJson.Options), cancel);
            return;
        }
        foreach (var image in OpenAiAnswers.Ready(job))
            await SendAsync($"{name}.completed", Event(await answers.BytesAsync(image, cancel)) with { Usage = OpenAiUsage.Of(job, call.Inputs) });

        OpenAiImageEvent Event(byte[] bytes) => new()
        {
            Type = "", Bytes = bytes, CreatedAt = clock.GetUtcNow().ToUnixTimeSeconds(), Size = OpenAiAnswers.SizeOf(job), Quality = call.Quality,
            OutputFormat = job.Request.Output.Format,
        };

        Task SendAsync(string type, OpenAiImageEvent data) =>
            to.SendAsync(type, id: null, JsonSerializer.SerializeToUtf8Bytes(data with { Type = type }, PublicJson.Options), cancel);
    }
}

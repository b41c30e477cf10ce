using KreaPlatform.Contracts.Bus;
using KreaPlatform.Contracts.Generation;
using KreaPlatform.Contracts.Live;
using KreaPlatform.Generation.Encoding;
using KreaPlatform.Generation.Engines;
using KreaPlatform.Generation.Hosting;
using KreaPlatform.Generation.Live;
using KreaPlatform.ServiceDefaults.Storage;
using Microsoft.Extensions.Options;

namespace KreaPlatform.Generation.Attempts;

/// <summary>Makes an attempt's images: engine, steps and previews told, files encoded and stored, receipt written.</summary>
public sealed class ImageMaker(IBlobStore blobs, LivePublisher live, WorkerIdentity identity, IOptions<WorkerOptions> options, TimeProvider clock)
{
    /// <summary>Runs the engine on a thread of its own and stores what it made.</summary>
    /// <exception cref="OperationCanceledException">The attempt was stopped.</exception>
    /// <exception cref="IOException">The images could not be stored.</exception>
    public async Task<AttemptCompleted> MakeAsync(GenerateImages command, RunningAttempt attempt, IEngineModel model, DateTimeOffset claimedAt)
    {
        var made = await Task.Factory.StartNew(() => model.Generate(command.Spec, step => Tell(attempt, command.Spec.Count, step), attempt.Stopped),
            attempt.Stopped, TaskCreationOptions.LongRunning, TaskScheduler.Default);

        var storing = clock.GetTimestamp();
        var stored = new StoredImage[made.Images.Count];
        for (var i = 0; i < stored.Length; i++)
        {
            attempt.Stopped.ThrowIfCancellationRequested();
            var image = made.Images[i];
            var file = await blobs.PutAsync(ImageEncoder.Encode(image.Raster, command.Spec.Output), attempt.Stopped);
            attempt.GiveSign();
            stored[i] = new StoredImage
            {
                Index = i, Blob = file.Address, Bytes = file.Bytes, Format = command.Spec.Output.Format, Width = image.Raster.Width, Height = image.Raster.Height,
                Seed = image.Seed, Prompt = image.Prompt,
            };
        }
        return new AttemptCompleted
        {
            JobId = attempt.JobId, Attempt = attempt.Attempt, Worker = identity.Id, Images = stored, FinishedAt = clock.GetUtcNow(),
            Receipt = new GenerationReceipt
            {
                Model = model.Description.Id, Bundle = model.Description.Bundle,
                Times = TimesOf(made.Times, claimedAt - command.AcceptedAt, clock.GetElapsedTime(storing)),
                Images = [.. made.Images.Select((image, i) => new ImageReceipt
                {
                    Index = i, Seed = image.Seed, Steps = command.Spec.Steps, PromptTokens = image.PromptTokens, Truncated = image.Truncated,
                })],
            },
        };
    }

    private void Tell(RunningAttempt attempt, int images, EngineStep step)
    {
        attempt.GiveSign();
        var update = new LiveUpdate
        {
            JobId = attempt.JobId, Kind = LiveUpdateKind.Step, Attempt = attempt.Attempt, Worker = identity.Id, Step = step.Step, Steps = step.Steps,
        };
        live.Publish(update);
        var every = options.Value.PreviewEvery;
        // The last step's preview would be overtaken by the image itself.
        if (every <= 0 || step.Step % every != 0 || step.Step == step.Steps) return;
        for (var i = 0; i < images && !attempt.Stopped.IsCancellationRequested; i++)
        {
            var preview = ImageEncoder.EncodePreview(step.Preview(i), options.Value.PreviewSide);
            live.Publish(update with { Kind = LiveUpdateKind.Preview, Image = i, Preview = Convert.ToBase64String(preview) });
        }
    }

    private static PhaseMillis TimesOf(EngineTimes times, TimeSpan queue, TimeSpan post) => new()
    {
        Queue = Millis(queue < TimeSpan.Zero ? TimeSpan.Zero : queue), Encode = Millis(times.Encode), Denoise = Millis(times.Denoise),
        Decode = Millis(times.Decode), Post = Millis(post), OnnxRuntime = Millis(times.OnnxRuntime),
    };

    private static double Millis(TimeSpan time) => Math.Round(time.TotalMilliseconds, 2);
}

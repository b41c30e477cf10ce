using KreaPlatform.Contracts.Bus;
using KreaPlatform.Contracts.Generation;
using KreaPlatform.Contracts.Live;
using KreaPlatform.Generation.Encoding;
using KreaPlatform.Generation.Engines;
using KreaPlatform.Generation.Expansion;
using KreaPlatform.Generation.Finishing;
using KreaPlatform.Generation.Hosting;
using KreaPlatform.Generation.Live;
using KreaPlatform.Generation.Receipts;
using KreaPlatform.Generation.Sources;
using KreaPlatform.ServiceDefaults.Storage;
using Microsoft.Extensions.Options;

namespace KreaPlatform.Generation.Attempts;

/// <summary>
/// Makes an attempt's images: (1) the pictures that it refers to are read, (2) the prompts written, (3) the engine runs, its steps and previews
/// are told, (4) each image is finished and, unless the filter refuses it, stored, (5) the receipt is written.
/// </summary>
public sealed partial class ImageMaker(
    SourceLoader sources, PromptWriter writer, ImageFinisher finisher, IBlobStore blobs, LivePublisher live, WorkerIdentity identity,
    IOptions<WorkerOptions> options, TimeProvider clock, ILogger<ImageMaker> logger)
{
    /// <summary>Runs the engine on a thread of its own and stores what it made.</summary>
    /// <exception cref="OperationCanceledException">The attempt was stopped.</exception>
    /// <exception cref="SourceUnavailableException">A picture that it refers to can't be had.</exception>
    /// <exception cref="IOException">The images could not be stored.</exception>
    public async Task<AttemptCompleted> MakeAsync(GenerateImages command, RunningAttempt attempt, IEngineModel model, DateTimeOffset claimedAt)
    {
        var (spec, stopped) = (command.Spec, attempt.Stopped);
        // (1) and (2)
        var preparing = clock.GetTimestamp();
        var pictures = await sources.LoadAsync(spec, model, stopped);
        attempt.GiveSign();
        var prompts = await writer.WriteAsync(spec, model, stopped);
        attempt.GiveSign();
        var prepare = clock.GetElapsedTime(preparing);

        // (3)
        var request = new EngineRequest { Spec = spec, Prompts = prompts.Prompts, Guidance = prompts.Guidance, Images = pictures };
        var made = await OnItsOwnThread(() => model.Generate(request, step => Tell(attempt, spec.Count, step), stopped), stopped);
        attempt.GiveSign();

        // (4)
        var posting = clock.GetTimestamp();
        List<StoredImage> stored = [];
        List<RefusedImage> refused = [];
        for (var i = 0; i < made.Images.Count; i++)
        {
            stopped.ThrowIfCancellationRequested();
            var image = made.Images[i];
            var finished = await OnItsOwnThread(() => finisher.Finish(image.Picture, spec, attempt.GiveSign, stopped), stopped);
            attempt.GiveSign();
            if (finished.Flagged) LogFlagged(attempt.JobId, i, finished.Score);
            if (finished.Refusal is { } code) refused.Add(Refused(i, image, finished, code));
            else
            {
                stored.Add(await StoreAsync(i, image, finished, spec.Output.Format, stopped));
                attempt.NoteStored(stored[^1].Blob);
            }
            attempt.GiveSign();
        }

        // (5)
        var times = PhaseTimes.Of(made.Times, claimedAt - command.AcceptedAt, prepare, clock.GetElapsedTime(posting));
        return new AttemptCompleted
        {
            JobId = attempt.JobId, Attempt = attempt.Attempt, Worker = identity.Id, Images = stored, Refused = refused, FinishedAt = clock.GetUtcNow(),
            Receipt = ReceiptWriter.Write(spec, model.Description, prompts, made, [.. stored.Select(i => i.Vectors).OfType<ImageVectors>()], times),
        };
    }

    private async Task<StoredImage> StoreAsync(int index, EngineImage image, FinishedImage finished, string format, CancellationToken cancel)
    {
        var file = await blobs.PutAsync(finished.File, cancel);
        return new StoredImage
        {
            Index = index, Blob = file.Address, Bytes = file.Bytes, Format = format, Width = finished.Width, Height = finished.Height,
            Seed = image.Seed, Prompt = image.Prompt, Vectors = finished.Vectors,
        };
    }

    private static RefusedImage Refused(int index, EngineImage image, FinishedImage finished, string code) => new()
    {
        Index = index, Code = code, Width = finished.Width, Height = finished.Height, Seed = image.Seed, Prompt = image.Prompt,
    };

    // Work of seconds would keep a thread of the pool from those who only need it for a moment.
    private static Task<T> OnItsOwnThread<T>(Func<T> work, CancellationToken cancel) =>
        Task.Factory.StartNew(work, cancel, TaskCreationOptions.LongRunning, TaskScheduler.Default);

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

    [LoggerMessage(Level = LogLevel.Information, Message = "{JobId} image {Index} is flagged by the safety filter (score {Score})")]
    private partial void LogFlagged(string jobId, int index, float score);
}

using KreaPlatform.Contracts.Bus;
using KreaPlatform.Gateway.Blobs;
using KreaPlatform.Gateway.Data;
using KreaPlatform.Gateway.Jobs;
using KreaPlatform.Gateway.Watching;
using KreaPlatform.ServiceDefaults.Data;
using KreaPlatform.ServiceDefaults.Inbox;
using MassTransit;

namespace KreaPlatform.Gateway.Dispatch;

/// <summary>
/// Takes the results of attempts, each once and only from the attempt's owner: a late result of another attempt or worker is discarded,
/// and the bytes that it stored are noted for removal.
/// </summary>
public sealed partial class AttemptResultConsumer(
    ServiceDatabase<GatewayDb> database, JobLifecycle lifecycle, JobQueue queue, TimeProvider clock, ILogger<AttemptResultConsumer> logger)
    : IConsumer<AttemptCompleted>, IConsumer<AttemptFailed>
{
    private const string Inbox = "gateway-results";

    /// <inheritdoc/>
    public async Task Consume(ConsumeContext<AttemptCompleted> context)
    {
        var message = context.Message;
        JobChanged? change = null;
        var first = await database.HandleOnceAsync(context, Inbox, clock.GetUtcNow(), async db =>
        {
            change = await lifecycle.ApplyAsync(db, message.JobId,
                new JobSignal.Complete(message.Attempt, message.Worker, AllRefused: message.Images.Count == 0), context.CancellationToken, job => Fill(db, job, message));
            if (change is null) await NoteUnusedAsync(db, message.Images.Select(i => i.Blob), context.CancellationToken);
        });
        Finish(first, change, message.JobId, message.Attempt, message.Worker);
        if (first && change is not null) queue.Learn(change.Job.Model, change.Job.Work, message.Receipt.Times.Busy);
    }

    /// <inheritdoc/>
    public async Task Consume(ConsumeContext<AttemptFailed> context)
    {
        var message = context.Message;
        JobSignal signal = message.GivenBack
            ? new JobSignal.GiveBack(message.Attempt, message.Worker)
            : new JobSignal.Fail(message.Attempt, message.Worker, message.Code, message.Message, message.Transient);
        JobChanged? change = null;
        var first = await database.HandleOnceAsync(context, Inbox, clock.GetUtcNow(), async db =>
        {
            change = await lifecycle.ApplyAsync(db, message.JobId, signal, context.CancellationToken);
            // Half of a job's images are nobody's, whoever owned the attempt.
            await NoteUnusedAsync(db, message.Stored, context.CancellationToken);
        });
        Finish(first, change, message.JobId, message.Attempt, message.Worker);
    }

    private static void Fill(GatewayDb db, Job job, AttemptCompleted message)
    {
        db.Vectors.AddRange(message.Images.Select(image => JobImageVectors.Of(message.JobId, image)).OfType<JobImageVectors>());
        job.Receipt = message.Receipt;
        job.Images.AddRange(message.Images.Select(image => new JobImage
        {
            JobId = message.JobId, Index = image.Index, Status = ImageStatus.Ready, Blob = image.Blob, Bytes = image.Bytes, Format = image.Format,
            Width = image.Width, Height = image.Height, Seed = image.Seed, Prompt = image.Prompt,
        }));
        job.Images.AddRange(message.Refused.Select(image => new JobImage
        {
            JobId = message.JobId, Index = image.Index, Status = ImageStatus.Refused, Code = image.Code, Format = job.Request.Output.Format, Width = image.Width, Height = image.Height,
            Seed = image.Seed, Prompt = image.Prompt,
        }));
    }

    private void Finish(bool first, JobChanged? change, string jobId, int attempt, string worker)
    {
        if (!first) return;
        if (change is null) LogDiscarded(jobId, attempt, worker);
        else lifecycle.Announce(change);
    }

    private async Task NoteUnusedAsync(GatewayDb db, IEnumerable<string> addresses, CancellationToken cancel)
    {
        foreach (var address in addresses.Distinct()) await BlobRemoval.NoteAsync(db, address, clock.GetUtcNow(), cancel);
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "Result of {JobId} attempt {Attempt} by {Worker} was discarded: the attempt is not theirs any more")]
    private partial void LogDiscarded(string jobId, int attempt, string worker);
}

using KreaPlatform.Contracts.Bus;
using KreaPlatform.Contracts.Generation;
using KreaPlatform.Generation.Bundles;
using KreaPlatform.Generation.Hosting;
using KreaPlatform.Generation.Slots;
using KreaPlatform.Generation.Sources;
using KreaPlatform.Vision;
using MassTransit;
using Microsoft.Extensions.Options;

namespace KreaPlatform.Generation.Attempts;

/// <summary>
/// Brings one command to an end: (1) wait for a slot, (2) claim the attempt, (3) keep its lease while (4) the images are made and stored,
/// (5) tell the result. Whatever goes wrong becomes a result, so that the command is always acknowledged; a process that dies leaves a lease that runs out.
/// </summary>
public sealed partial class AttemptRunner(
    SlotArbiter slots, RunningAttempts running, BundleCatalogue bundles, ImageMaker maker, LeaseKeeper leases, WorkerIdentity identity,
    DrainState drain, IOptions<WorkerOptions> options, TimeProvider clock, ILogger<AttemptRunner> logger)
{
    /// <summary>Runs the command that arrived with <paramref name="context"/>; returns when it may be acknowledged.</summary>
    public async Task RunAsync(ConsumeContext<GenerateImages> context)
    {
        var command = context.Message;

        // (1) A slot. A worker that drains takes nothing new: the gateway sends the command again.
        IDisposable slot;
        try
        {
            slot = await slots.EnterAsync(QueueNames.Generate(command.Spec.Model, command.Tier), JobCost.Of(command.Spec), drain.Token);
        }
        catch (OperationCanceledException) when (drain.Token.IsCancellationRequested)
        {
            return;
        }

        // (2) The attempt, if nobody else has it.
        Task? engine = null;
        try
        {
            if (command.Deadline <= clock.GetUtcNow() || await leases.ClaimAsync(command.JobId, command.Attempt) is not { } lease) return;
            var attempt = running.Begin(command.JobId, command.Attempt);
            try
            {
                // (3) and (4)
                using var keeping = leases.Keep(attempt, lease);
                var making = MakeAsync(command, attempt, clock.GetUtcNow());
                engine = making;
                using var made = new CancellationTokenSource();
                var result = await await Task.WhenAny(making, StallAsync(attempt, made.Token));
                await made.CancelAsync();
                // (5) Told on the bus itself: the context's own outbox and cancellation end with the host's drain.
                if (result is AttemptCompleted completed) await context.Publish(completed, CancellationToken.None);
                else if (result is AttemptFailed failed) await context.Publish(failed, CancellationToken.None);
            }
            finally
            {
                running.End(attempt);
            }
        }
        finally
        {
            // A hung engine keeps its slot until it returns, if ever.
            if (engine is { IsCompleted: false }) _ = engine.ContinueWith(_ => slot.Dispose(), TaskScheduler.Default);
            else slot.Dispose();
        }
    }

    private async Task<object?> MakeAsync(GenerateImages command, RunningAttempt attempt, DateTimeOffset claimedAt)
    {
        try
        {
            using var model = bundles.Rent(command.Spec.Model);
            if (model is null) return Failed(attempt, FailureCode.ModelUnavailable, $"{command.Spec.Model} can't be served by this worker now.", transient: true);
            return await maker.MakeAsync(command, attempt, model.Model, claimedAt);
        }
        catch (OperationCanceledException) when (attempt.Stopped.IsCancellationRequested)
        {
            return attempt.Reason switch
            {
                StopReason.Draining => Failed(attempt, FailureCode.WorkerLost, "The worker stops.", transient: true) with { GivenBack = true },
                // Nobody asks for it any more; the gateway discards this, and learns what may be removed.
                _ => attempt.Stored.Count > 0 ? Failed(attempt, FailureCode.WorkerLost, "The attempt was stopped.", transient: true) : null,
            };
        }
        catch (SourceUnavailableException e)
        {
            return Failed(attempt, FailureCode.SourceUnavailable, e.Message, e.MayPass);
        }
        catch (VisionModelException e)
        {
            LogFailed(e, attempt.JobId, attempt.Attempt);
            return Failed(attempt, FailureCode.ModelUnavailable, "This worker lacks a model that finishes images.", transient: true);
        }
        catch (ArgumentException e)
        {
            return Failed(attempt, FailureCode.InvalidRequest, e.Message, transient: false);
        }
        catch (IOException e)
        {
            LogFailed(e, attempt.JobId, attempt.Attempt);
            return Failed(attempt, FailureCode.StorageFailed, "The images could not be stored.", transient: true);
        }
        catch (Exception e)
        {
            LogFailed(e, attempt.JobId, attempt.Attempt);
            return Failed(attempt, FailureCode.EngineFailed, $"The engine failed ({e.GetType().Name}).", transient: true);
        }
    }

    // Ends only when no step was made for too long.
    private async Task<object?> StallAsync(RunningAttempt attempt, CancellationToken made)
    {
        var limit = TimeSpan.FromSeconds(options.Value.StallSeconds);
        while (true)
        {
            var left = limit - attempt.SilentFor;
            if (left <= TimeSpan.Zero)
            {
                attempt.Stop(StopReason.Stalled);
                LogStalled(attempt.JobId, attempt.Attempt, limit.TotalSeconds);
                return Failed(attempt, FailureCode.EngineFailed, $"The engine made no step for {limit.TotalSeconds:0} seconds.", transient: true);
            }
            await Task.Delay(left, clock, made);
        }
    }

    private AttemptFailed Failed(RunningAttempt attempt, string code, string message, bool transient) => new()
    {
        JobId = attempt.JobId, Attempt = attempt.Attempt, Worker = identity.Id, Code = code, Message = message, Transient = transient,
        Stored = attempt.Stored,
    };

    [LoggerMessage(Level = LogLevel.Error, Message = "{JobId} attempt {Attempt} failed")]
    private partial void LogFailed(Exception exception, string jobId, int attempt);

    [LoggerMessage(Level = LogLevel.Error, Message = "{JobId} attempt {Attempt} made no step for {Seconds} s and is given up")]
    private partial void LogStalled(string jobId, int attempt, double seconds);
}

using KreaPlatform.Contracts.Bus;
using KreaPlatform.Generation.Attempts;
using KreaPlatform.Generation.Bundles;
using KreaPlatform.Generation.Hosting;
using KreaPlatform.Generation.Slots;
using MassTransit;
using Microsoft.Extensions.Options;

namespace KreaPlatform.Generation.Reporting;

/// <summary>Tells the gateways what this worker can do: when that changes, every few seconds, and for the last time when it drains.</summary>
internal sealed partial class WorkerReporter(
    BundleCatalogue catalogue, SlotArbiter slots, WorkerIdentity identity, DrainState drain, IBus bus, IOptions<WorkerOptions> options, TimeProvider clock,
    IHostApplicationLifetime host, ILogger<WorkerReporter> logger) : BackgroundService
{
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await StartedAsync(stoppingToken);
        var every = TimeSpan.FromSeconds(options.Value.ReportSeconds);
        while (!stoppingToken.IsCancellationRequested && !drain.Token.IsCancellationRequested)
        {
            var changed = catalogue.Changed;
            try
            {
                if (catalogue.HasScanned) await ReportAsync(leaving: false, stoppingToken);
                using var pause = CancellationTokenSource.CreateLinkedTokenSource(stoppingToken, drain.Token);
                await Task.WhenAny(changed, Task.Delay(every, clock, pause.Token));
            }
            catch (Exception e) when (!stoppingToken.IsCancellationRequested)
            {
                LogFailed(e);
                await Task.Delay(every, clock, stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            }
        }
        if (drain.Token.IsCancellationRequested) await ReportAsync(leaving: true, CancellationToken.None);
    }

    // What is published before the bus listens is heard by nobody, and the next report is seconds away.
    private async Task StartedAsync(CancellationToken cancel)
    {
        var started = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        using var registration = host.ApplicationStarted.Register(() => started.TrySetResult());
        await started.Task.WaitAsync(cancel);
    }

    private Task ReportAsync(bool leaving, CancellationToken cancel) => bus.Publish(
        new WorkerReport { Worker = identity.Id, Slots = slots.Slots, Models = catalogue.Models, At = clock.GetUtcNow(), Leaving = leaving }, cancel);

    [LoggerMessage(Level = LogLevel.Warning, Message = "This worker's report could not be sent")]
    private partial void LogFailed(Exception exception);
}

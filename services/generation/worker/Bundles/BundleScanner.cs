using KreaPlatform.Generation.Hosting;
using Microsoft.Extensions.Options;

namespace KreaPlatform.Generation.Bundles;

/// <summary>Keeps the catalogue in step with the folder.</summary>
internal sealed partial class BundleScanner(BundleCatalogue catalogue, IOptions<WorkerOptions> options, TimeProvider clock, ILogger<BundleScanner> log)
    : BackgroundService
{
    protected override async Task ExecuteAsync(CancellationToken stopping)
    {
        // Loading blocks for long: away from the thread that starts the host.
        await Task.Yield();
        var interval = TimeSpan.FromSeconds(Math.Max(options.Value.ScanSeconds, 0.05));
        while (!stopping.IsCancellationRequested)
        {
            try { await Task.Factory.StartNew(catalogue.Scan, stopping, TaskCreationOptions.LongRunning, TaskScheduler.Default); }
            catch (Exception e) when (e is not OperationCanceledException) { LogFailed(log, e); }
            await Task.Delay(interval, clock, stopping).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "The bundle folder can't be read")]
    private static partial void LogFailed(ILogger log, Exception exception);
}

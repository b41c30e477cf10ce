using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace KreaPlatform.ServiceDefaults.Hosting;

/// <summary>Work that is done at start and then every so often until the host stops; a round that fails is logged and followed by the next.</summary>
public abstract partial class PeriodicService(TimeSpan every, TimeProvider clock, ILogger logger) : BackgroundService
{
    /// <summary>The clock that rounds are timed by.</summary>
    protected TimeProvider Clock => clock;

    /// <summary>The log of this service.</summary>
    protected ILogger Logger => logger;

    /// <summary>One round.</summary>
    public abstract Task RunOnceAsync(CancellationToken cancel);

    /// <inheritdoc/>
    protected sealed override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        try
        {
            while (true)
            {
                await TryRunAsync(stoppingToken);
                await Task.Delay(every, clock, stoppingToken);
            }
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // The host stops.
        }
    }

    private async Task TryRunAsync(CancellationToken cancel)
    {
        try
        {
            await RunOnceAsync(cancel);
        }
        catch (Exception e) when (!cancel.IsCancellationRequested)
        {
            LogRoundFailed(logger, e, GetType().Name);
        }
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "A round of {Service} failed; the next one follows")]
    private static partial void LogRoundFailed(ILogger logger, Exception exception, string service);
}

using KreaPlatform.Generation.Hosting;
using Microsoft.Extensions.Options;

namespace KreaPlatform.Generation.Attempts;

/// <summary>
/// When the host stops, and before any other part of it does: (1) take nothing new, (2) let running attempts finish for a while,
/// (3) give back what is left.
/// </summary>
internal sealed class Drain(DrainState state, RunningAttempts running, IOptions<WorkerOptions> options, TimeProvider clock) : IHostedLifecycleService
{
    private static readonly TimeSpan Look = TimeSpan.FromMilliseconds(20);
    private static readonly TimeSpan GiveBack = TimeSpan.FromSeconds(5);

    public async Task StoppingAsync(CancellationToken cancellationToken)
    {
        state.Begin();
        await WaitUntilIdleAsync(TimeSpan.FromSeconds(options.Value.DrainSeconds), cancellationToken);
        running.StopAll(StopReason.Draining);
        await WaitUntilIdleAsync(GiveBack, cancellationToken);
    }

    public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;
    public Task StartingAsync(CancellationToken cancellationToken) => Task.CompletedTask;
    public Task StartedAsync(CancellationToken cancellationToken) => Task.CompletedTask;
    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
    public Task StoppedAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    private async Task WaitUntilIdleAsync(TimeSpan longest, CancellationToken cancel)
    {
        var since = clock.GetTimestamp();
        while (running.Count > 0 && clock.GetElapsedTime(since) < longest && !cancel.IsCancellationRequested) await Task.Delay(Look, clock, CancellationToken.None);
    }
}

using KreaPlatform.ServiceDefaults.Hosting;

namespace KreaPlatform.Gateway.Idempotency;

/// <summary>Forgets keys after their day.</summary>
internal sealed class IdempotencySweeper(IdempotencyStore store, TimeProvider clock, ILogger<IdempotencySweeper> logger)
    : PeriodicService(TimeSpan.FromMinutes(10), clock, logger)
{
    public override Task RunOnceAsync(CancellationToken cancel) => store.SweepAsync(cancel);
}

namespace KreaPlatform.Gateway.Idempotency;

/// <summary>Keeps the leases of claims while their requests are worked on.</summary>
public sealed partial class IdempotencyLeases(IdempotencyStore store, TimeProvider clock, ILogger<IdempotencyLeases> logger)
{
    /// <summary>Renews a claim until the returned keeper is disposed; then no renewal is under way any more.</summary>
    public IAsyncDisposable Keep(IdempotencyClaim claim) => new Keeper(this, claim);

    private async Task RenewAsync(IdempotencyClaim claim, CancellationToken end)
    {
        while (true)
        {
            await Task.Delay(IdempotencyStore.Lease / 3, clock, end).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            if (end.IsCancellationRequested) return;
            try
            {
                await store.RenewAsync(claim);
            }
            catch (Exception e)
            {
                LogNotRenewed(e, claim.AccountId);
            }
        }
    }

    private sealed class Keeper : IAsyncDisposable
    {
        private readonly CancellationTokenSource _end = new();
        private readonly Task _renewing;

        public Keeper(IdempotencyLeases leases, IdempotencyClaim claim) => _renewing = leases.RenewAsync(claim, _end.Token);

        public async ValueTask DisposeAsync()
        {
            await _end.CancelAsync();
            await _renewing;
            _end.Dispose();
        }
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "The lease of an idempotency key of {AccountId} was not renewed")]
    private partial void LogNotRenewed(Exception exception, string accountId);
}

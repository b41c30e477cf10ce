using KreaPlatform.ServiceDefaults.Hosting;

namespace KreaPlatform.Gateway.Idempotency;

/// <summary>Keeps the leases of claims while their requests are worked on.</summary>
public sealed partial class IdempotencyLeases(IdempotencyStore store, TimeProvider clock, ILogger<IdempotencyLeases> logger)
{
    /// <summary>Renews a claim until the returned keeper is disposed; then no renewal is under way any more.</summary>
    public IAsyncDisposable Keep(IdempotencyClaim claim) => new Renewal(IdempotencyStore.Lease / 3, clock, () => RenewAsync(claim));

    private async Task RenewAsync(IdempotencyClaim claim)
    {
        try
        {
            await store.RenewAsync(claim);
        }
        catch (Exception e)
        {
            LogNotRenewed(e, claim.AccountId);
        }
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "The lease of an idempotency key of {AccountId} was not renewed")]
    private partial void LogNotRenewed(Exception exception, string accountId);
}

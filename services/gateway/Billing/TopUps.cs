using KreaPlatform.Contracts.Ids;
using KreaPlatform.Gateway.Data;
using KreaPlatform.Gateway.Idempotency;
using KreaPlatform.Gateway.Keys;
using KreaPlatform.ServiceDefaults.Data;
using Microsoft.EntityFrameworkCore;

namespace KreaPlatform.Gateway.Billing;

/// <summary>Lets accounts pay in: a top-up waits until its provider confirms the payment, which credits it once.</summary>
public sealed class TopUps(ServiceDatabase<GatewayDb> database, IPaymentProvider provider, PriceList prices, TimeProvider clock)
{
    /// <summary>Least amount, in micro-units.</summary>
    public const long Least = 1_000_000;
    /// <summary>Greatest amount.</summary>
    public const long Greatest = 100_000_000_000;
    /// <summary>Most top-ups of an account that wait.</summary>
    public const int MostPending = 20;

    /// <summary>Starts a top-up; null when too many wait.</summary>
    public async Task<(TopUp TopUp, string Instructions)?> BeginAsync(Caller caller, long micros, IdempotencyClaim? claim, CancellationToken cancel)
    {
        var topUp = await database.WriteAsync(async db =>
        {
            if (claim?.Resource is { } made && await Of(db, caller).SingleOrDefaultAsync(t => t.Id == made, cancel) is { } earlier) return earlier;
            if (await Of(db, caller).CountAsync(t => t.Status == TopUpStatus.Pending, cancel) >= MostPending) return null;
            var now = clock.GetUtcNow();
            var row = new TopUp
            {
                Id = PrefixedId.New(IdPrefix.TopUp, now), AccountId = caller.AccountId, AmountMicros = micros, Currency = prices.Currency, Provider = provider.Name, CreatedAt = now,
            };
            db.Add(row);
            if (claim is not null) await claim.BindAsync(db, row.Id, cancel);
            return row;
        }, cancel);
        return topUp is null ? null : (topUp, await provider.BeginAsync(topUp, cancel));
    }

    /// <summary>The account's top-up of that id.</summary>
    public Task<TopUp?> FindAsync(Caller caller, string id, CancellationToken cancel) =>
        database.ReadAsync(db => Of(db, caller).SingleOrDefaultAsync(t => t.Id == id, cancel), cancel);

    /// <summary>Credits a payment, once.</summary>
    public Task<PaymentOutcome> ConfirmAsync(string providerName, Payment payment, CancellationToken cancel) => database.WriteAsync(async db =>
    {
        var topUp = await db.Set<TopUp>().SingleOrDefaultAsync(t => t.Id == payment.TopUp && t.Provider == providerName, cancel);
        if (topUp is null) return PaymentOutcome.Unknown;
        if (topUp.Status != TopUpStatus.Pending)
            return topUp.Status == TopUpStatus.Paid && topUp.PaymentReference == payment.Reference ? PaymentOutcome.KnownBefore : PaymentOutcome.Spent;
        if (topUp.AmountMicros != payment.AmountMicros || topUp.Currency != payment.Currency) return PaymentOutcome.Different;
        if (await db.Set<TopUp>().AnyAsync(t => t.Provider == providerName && t.PaymentReference == payment.Reference, cancel)) return PaymentOutcome.Spent;
        var now = clock.GetUtcNow();
        var wallet = await db.LockWalletAsync(topUp.AccountId, cancel);
        (topUp.Status, topUp.PaymentReference, topUp.EndedAt) = (TopUpStatus.Paid, payment.Reference, now);
        db.Book(wallet, EntryKind.TopUp, topUp.AmountMicros, topUp.Currency, now, reference: topUp.Id);
        return PaymentOutcome.Credited;
    }, cancel);

    private static IQueryable<TopUp> Of(GatewayDb db, Caller caller) => db.Set<TopUp>().Where(t => t.AccountId == caller.AccountId);
}

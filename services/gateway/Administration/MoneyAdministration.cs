using KreaPlatform.Contracts;
using KreaPlatform.Contracts.Bus;
using KreaPlatform.Gateway.Accounts;
using KreaPlatform.Gateway.Billing;
using KreaPlatform.Gateway.Data;
using KreaPlatform.Gateway.Idempotency;
using KreaPlatform.ServiceDefaults.Data;
using KreaPlatform.ServiceDefaults.Outbox;
using Microsoft.EntityFrameworkCore;

namespace KreaPlatform.Gateway.Administration;

/// <summary>What administrators do with money; every act is in the audit log.</summary>
public sealed class MoneyAdministration(ServiceDatabase<GatewayDb> database, PriceList prices, TimeProvider clock)
{
    /// <summary>Credits an account; null when there is none.</summary>
    public Task<BalanceEntry?> CreditAsync(AdminAct act, string id, long micros, string note, IdempotencyClaim? claim, CancellationToken cancel) => database.WriteAsync(async db =>
    {
        if (claim?.Resource is { } made && await db.Set<BalanceEntry>().SingleOrDefaultAsync(e => e.Id == made && e.AccountId == id, cancel) is { } earlier) return earlier;
        if (!await db.Set<Account>().AnyAsync(a => a.Id == id, cancel)) return null;
        var now = clock.GetUtcNow();
        var entry = db.Book(await db.LockWalletAsync(id, cancel), EntryKind.TopUp, micros, prices.Currency, now, note: note);
        if (claim is not null) await claim.BindAsync(db, entry.Id, cancel);
        db.Audit(act, "account.credited", id, entry.Id, new { amount_micros = micros, currency = prices.Currency, note }, now);
        return entry;
    }, cancel);

    /// <summary>
    /// Gives back the price of a completed generation, whole (<paramref name="micros"/> null) or in part, once: 1. the wallet is locked, so that of two
    /// refunds at once the second sees the first, 2. the charge is looked at, 3. entry, row, event and audit record are written together.
    /// </summary>
    public async Task<(RefundOutcome Outcome, long Micros, string Currency)> RefundAsync(AdminAct act, string job, long? micros, string reason, CancellationToken cancel)
    {
        var account = await database.ReadAsync(db => db.Jobs.Where(j => j.Id == job).Select(j => j.AccountId).SingleOrDefaultAsync(cancel), cancel);
        if (account is null) return (RefundOutcome.NotFound, 0, "");
        return await database.WriteAsync(async db =>
        {
            // 1.
            var wallet = await db.LockWalletAsync(account, cancel);

            // 2.
            var row = await db.Jobs.SingleAsync(j => j.Id == job, cancel);
            if (!Jobs.JobStatuses.HasEnded(row.Status) || row.PriceMicros == 0) return (RefundOutcome.NothingCharged, 0L, row.Currency);
            if (row.RefundedMicros > 0) return (RefundOutcome.AlreadyRefunded, row.RefundedMicros, row.Currency);
            var amount = micros ?? row.PriceMicros;
            if (amount > row.PriceMicros) return (RefundOutcome.TooMuch, row.PriceMicros, row.Currency);

            // 3.
            var now = clock.GetUtcNow();
            row.RefundedMicros = amount;
            row.Version++;
            db.Book(wallet, EntryKind.Refund, amount, row.Currency, now, row.Id, note: reason);
            db.Publish(new GenerationRefunded
            {
                JobId = row.Id, AccountId = row.AccountId, Charged = new Money(row.PriceMicros, row.Currency), Refunded = new Money(amount, row.Currency), At = now,
            }, now);
            db.Audit(act, "generation.refunded", row.AccountId, row.Id, new { amount_micros = amount, of_micros = row.PriceMicros, currency = row.Currency, reason }, now);
            return (RefundOutcome.Refunded, amount, row.Currency);
        }, cancel);
    }
}

using KreaPlatform.Contracts.Ids;
using KreaPlatform.Gateway.Data;
using Microsoft.EntityFrameworkCore;

namespace KreaPlatform.Gateway.Billing;

/// <summary>Moves money inside the caller's transaction: an entry, and the sums beside it.</summary>
public static class Wallets
{
    /// <summary>
    /// The account's wallet, locked until the transaction ends: on PostgreSQL by its row, on SQLite by the transaction itself. Whoever locks a wallet
    /// does it before it writes anything else, so that no two wait for each other.
    /// </summary>
    public static async Task<Wallet> LockWalletAsync(this GatewayDb db, string accountId, CancellationToken cancel)
    {
        if (db.ChangeTracker.Entries<Wallet>().FirstOrDefault(e => e.Entity.AccountId == accountId) is { } held) return held.Entity;
        if (await TryLockAsync(db, accountId, cancel) is { } wallet) return wallet;
        await db.Database.ExecuteSqlAsync(
            $"INSERT INTO wallets (account_id, available_micros, reserved_micros) VALUES ({accountId}, 0, 0) ON CONFLICT (account_id) DO NOTHING", cancel);
        return await TryLockAsync(db, accountId, cancel) ?? throw new InvalidOperationException($"The wallet of {accountId} vanished.");
    }

    /// <summary>Books an entry over <paramref name="micros"/> (0 or more) in a locked wallet.</summary>
    /// <exception cref="DbUpdateException">When the changes are saved: it was booked before.</exception>
    public static BalanceEntry Book(this GatewayDb db, Wallet wallet, EntryKind kind, long micros, string currency, DateTimeOffset now,
        string? job = null, string? reference = null, string? note = null)
    {
        wallet.Balance = wallet.Balance.After(kind, micros);
        var entry = new BalanceEntry
        {
            Id = PrefixedId.New(IdPrefix.Entry, now), AccountId = wallet.AccountId, Kind = kind, AmountMicros = Balance.Signed(kind, micros), Currency = currency,
            JobId = job, Reference = reference, Note = note, At = now,
        };
        db.Add(entry);
        return entry;
    }

    private static async Task<Wallet?> TryLockAsync(GatewayDb db, string accountId, CancellationToken cancel)
    {
        var rows = db is PostgresGatewayDb
            ? db.Set<Wallet>().FromSql($"SELECT * FROM wallets WHERE account_id = {accountId} FOR UPDATE")
            : db.Set<Wallet>().FromSql($"SELECT * FROM wallets WHERE account_id = {accountId}");
        return (await rows.AsTracking().ToListAsync(cancel)).SingleOrDefault();
    }
}

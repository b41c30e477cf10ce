using System.Data.Common;
using KreaPlatform.ServiceDefaults.Outbox;
using Microsoft.EntityFrameworkCore;

namespace KreaPlatform.ServiceDefaults.Data;

/// <summary>
/// The way to a service's database. Reads get a fresh context; writes get one inside a transaction that is committed when the work returns,
/// tried again when it collided with another, and followed by the outbox's signal.
/// </summary>
/// <remarks>On SQLite, writers of the process take turns before they ask for the file's lock: waiting inside SQLite polls, and costs 100 times more.</remarks>
public sealed class ServiceDatabase<TDb>(Func<TDb> open, bool isSqlite, OutboxSignal<TDb> signal) where TDb : ServiceDb
{
    private const int Attempts = 5;
    private readonly SemaphoreSlim _turn = new(1, 1);

    /// <summary>Whether one process owns the database.</summary>
    public bool IsSqlite => isSqlite;

    /// <summary>Runs a query outside any transaction.</summary>
    public async Task<T> ReadAsync<T>(Func<TDb, Task<T>> query, CancellationToken cancel = default)
    {
        cancel.ThrowIfCancellationRequested();
        await using var db = open();
        db.ChangeTracker.QueryTrackingBehavior = QueryTrackingBehavior.NoTracking;
        return await query(db);
    }

    /// <summary>Runs <paramref name="work"/> in a transaction; its changes are saved, then committed. It may run several times, each time on a fresh context.</summary>
    /// <exception cref="DbUpdateException">It kept colliding, or broke a constraint.</exception>
    public async Task<T> WriteAsync<T>(Func<TDb, Task<T>> work, CancellationToken cancel = default)
    {
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                return await TryWriteAsync(work, cancel);
            }
            catch (Exception e) when (e is DbUpdateException or DbException { IsTransient: true } && attempt < Attempts && !cancel.IsCancellationRequested)
            {
                // A concurrency token moved, a key was taken meanwhile, or two transactions waited for each other: the next round sees it.
            }
        }
    }

    /// <inheritdoc cref="WriteAsync{T}"/>
    public Task WriteAsync(Func<TDb, Task> work, CancellationToken cancel = default) => WriteAsync(async db =>
    {
        await work(db);
        return true;
    }, cancel);

    private async Task<T> TryWriteAsync<T>(Func<TDb, Task<T>> work, CancellationToken cancel)
    {
        if (isSqlite) await _turn.WaitAsync(cancel);
        T result;
        Action[] after;
        try
        {
            await using var db = open();
            // What an attempt that failed has left in a pooled context.
            db.TakeAfterCommit();
            await using var transaction = await db.Database.BeginTransactionAsync(cancel);
            result = await work(db);
            var sends = db.ChangeTracker.Entries<OutboxMessage>().Any(e => e.State == EntityState.Added);
            await db.SaveChangesAsync(cancel);
            // Past this point the answer must be true, so a caller who goes away no longer matters.
            await transaction.CommitAsync(CancellationToken.None);
            after = db.TakeAfterCommit();
            if (sends) signal.Raise();
        }
        finally
        {
            if (isSqlite) _turn.Release();
        }
        foreach (var action in after) action();
        return result;
    }
}

using KreaPlatform.Gateway.Data;
using Microsoft.EntityFrameworkCore;

namespace KreaPlatform.Gateway.Blobs;

/// <summary>Lets one transaction at a time deal with something that no row stands for, like the references to a blob or an account's allowance.</summary>
internal static class TransactionLock
{
    /// <summary>Waits for the lock of a name and holds it until the transaction ends. SQLite has one writer anyway; PostgreSQL has advisory locks.</summary>
    public static Task TakeAsync(GatewayDb db, string name, CancellationToken cancel) => db.Database.IsNpgsql()
        ? db.Database.ExecuteSqlAsync($"SELECT pg_advisory_xact_lock(hashtextextended({name}, 0))", cancel)
        : Task.CompletedTask;

    /// <summary>The same for several names, in their order, together with everybody else who shares them; waits only for who takes one alone.</summary>
    public static Task ShareAsync(GatewayDb db, string[] names, CancellationToken cancel) => db.Database.IsNpgsql()
        ? db.Database.ExecuteSqlAsync($"SELECT pg_advisory_xact_lock_shared(hashtextextended(name, 0)) FROM unnest({names}) AS name", cancel)
        : Task.CompletedTask;
}

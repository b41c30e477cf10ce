using System.Data.Common;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace KreaPlatform.ServiceDefaults.Data;

/// <summary>Prepares each SQLite connection: WAL, full durability (a 202 survives a power cut), a wait for locks, and the database clock.</summary>
internal sealed class SqliteSession(TimeProvider clock) : DbConnectionInterceptor
{
    private const string Pragmas = "PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL; PRAGMA busy_timeout=10000; PRAGMA foreign_keys=ON; PRAGMA temp_store=MEMORY;";

    public override void ConnectionOpened(DbConnection connection, ConnectionEndEventData eventData)
    {
        Prepare((SqliteConnection)connection);
        base.ConnectionOpened(connection, eventData);
    }

    public override Task ConnectionOpenedAsync(DbConnection connection, ConnectionEndEventData eventData, CancellationToken cancellationToken = default)
    {
        Prepare((SqliteConnection)connection);
        return base.ConnectionOpenedAsync(connection, eventData, cancellationToken);
    }

    private void Prepare(SqliteConnection connection)
    {
        connection.CreateFunction(DatabaseClock.FunctionName, () => UtcMicros.ToMicros(clock.GetUtcNow()));
        using var command = connection.CreateCommand();
        command.CommandText = Pragmas;
        command.ExecuteNonQuery();
    }
}

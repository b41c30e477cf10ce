using Microsoft.EntityFrameworkCore;

namespace KreaPlatform.ServiceDefaults.Data;

/// <summary>
/// The clock that leases are kept by: the database's own, so that several gateways with skewed clocks agree. PostgreSQL has it as a function
/// made by the first migration; SQLite gets it on every connection from the process's <see cref="TimeProvider"/>.
/// </summary>
public static class DatabaseClock
{
    /// <summary>Name of the SQL function.</summary>
    public const string FunctionName = "now_micros";

    /// <summary>Body of the PostgreSQL function, for migrations.</summary>
    public const string CreatePostgres =
        "CREATE OR REPLACE FUNCTION now_micros() RETURNS bigint LANGUAGE sql VOLATILE AS $$ SELECT (extract(epoch FROM clock_timestamp()) * 1000000)::bigint $$;";

    /// <summary>Microseconds since the Unix epoch; only inside queries.</summary>
    public static long NowMicros() => throw new InvalidOperationException("now_micros() runs in the database only.");

    /// <summary>What the clock says now, in microseconds since the Unix epoch.</summary>
    public static Task<long> ReadNowMicrosAsync(this ServiceDb db, CancellationToken cancel) =>
        db.Database.SqlQuery<long>($"SELECT now_micros() AS \"Value\"").SingleAsync(cancel);

    /// <summary>Makes <see cref="NowMicros"/> usable in queries of a context.</summary>
    public static void MapNowMicros(this ModelBuilder model) =>
        model.HasDbFunction(() => NowMicros()).HasName(FunctionName).IsBuiltIn(false);
}

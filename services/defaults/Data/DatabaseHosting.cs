using KreaPlatform.ServiceDefaults.Outbox;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Hosting;

namespace KreaPlatform.ServiceDefaults.Data;

/// <summary>Adds a service's database, on either engine.</summary>
public static class DatabaseHosting
{
    /// <summary>
    /// Adds <see cref="ServiceDatabase{TDb}"/> with its outbox dispatcher and migration at start. The two derived contexts hold the migrations of the two engines.
    /// </summary>
    /// <param name="builder">The host.</param>
    /// <param name="name">Name of the service's own configuration section under <c>Database</c>, which wins over the common one.</param>
    public static IHostApplicationBuilder AddServiceDatabase<TDb, TSqlite, TPostgres>(this IHostApplicationBuilder builder, string name)
        where TDb : ServiceDb where TSqlite : TDb where TPostgres : TDb
    {
        var common = builder.Configuration.GetSection(DatabaseOptions.Section);
        var own = common.GetSection(name);
        var options = (own.Exists() ? own : common).Get<DatabaseOptions>() ?? new DatabaseOptions();

        builder.Services.TryAddSingleton(TimeProvider.System);
        if (options.IsSqlite) builder.Services.AddPooledDbContextFactory<TSqlite>((provider, db) =>
            UseSqlite(db, options.ConnectionString, provider.GetRequiredService<TimeProvider>()));
        else builder.Services.AddPooledDbContextFactory<TPostgres>((_, db) => UsePostgres(db, options.ConnectionString));

        builder.Services.AddSingleton<OutboxSignal<TDb>>();
        builder.Services.AddSingleton(provider => new ServiceDatabase<TDb>(
            options.IsSqlite
                ? provider.GetRequiredService<IDbContextFactory<TSqlite>>().CreateDbContext
                : provider.GetRequiredService<IDbContextFactory<TPostgres>>().CreateDbContext,
            options.IsSqlite, provider.GetRequiredService<OutboxSignal<TDb>>()));
        if (options.MigrateOnStart) builder.Services.AddHostedService<SchemaMigration<TDb>>();
        builder.Services.AddHostedService<OutboxDispatcher<TDb>>();
        return builder;
    }

    /// <summary>SQLite with the session that every connection needs.</summary>
    public static DbContextOptionsBuilder UseSqlite(DbContextOptionsBuilder db, string connectionString, TimeProvider clock) =>
        db.UseSqlite(connectionString).AddInterceptors(new SqliteSession(clock)).UseSnakeCaseTables();

    /// <summary>PostgreSQL.</summary>
    public static DbContextOptionsBuilder UsePostgres(DbContextOptionsBuilder db, string connectionString) =>
        db.UseNpgsql(connectionString).UseSnakeCaseTables();

    private static DbContextOptionsBuilder UseSnakeCaseTables(this DbContextOptionsBuilder db) =>
        db.ReplaceService<IModelCustomizer, SnakeCaseColumns>();
}

using KreaPlatform.ServiceDefaults.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Design;

namespace KreaPlatform.Gateway.Data;

/// <summary>For <c>dotnet ef migrations add NAME --context SqliteGatewayDb --output-dir Data/Migrations/Sqlite</c>.</summary>
internal sealed class DesignTimeSqlite : IDesignTimeDbContextFactory<SqliteGatewayDb>
{
    public SqliteGatewayDb CreateDbContext(string[] args)
    {
        var options = new DbContextOptionsBuilder<SqliteGatewayDb>();
        DatabaseHosting.UseSqlite(options, "Data Source=:memory:", TimeProvider.System);
        return new SqliteGatewayDb(options.Options);
    }
}

using KreaPlatform.ServiceDefaults.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Design;

namespace KreaPlatform.Gateway.Data;

/// <summary>For <c>dotnet ef migrations add NAME --context PostgresGatewayDb --output-dir Data/Migrations/Postgres</c>.</summary>
internal sealed class DesignTimePostgres : IDesignTimeDbContextFactory<PostgresGatewayDb>
{
    public PostgresGatewayDb CreateDbContext(string[] args)
    {
        var options = new DbContextOptionsBuilder<PostgresGatewayDb>();
        DatabaseHosting.UsePostgres(options, "Host=localhost");
        return new PostgresGatewayDb(options.Options);
    }
}

using Microsoft.EntityFrameworkCore;

namespace KreaPlatform.Gateway.Data;

/// <summary><see cref="GatewayDb"/> on PostgreSQL; exists to hold its migrations.</summary>
public sealed class PostgresGatewayDb(DbContextOptions<PostgresGatewayDb> options) : GatewayDb(options);

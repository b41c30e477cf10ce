using Microsoft.EntityFrameworkCore;

namespace KreaPlatform.Gateway.Data;

/// <summary><see cref="GatewayDb"/> on SQLite; exists to hold its migrations.</summary>
public sealed class SqliteGatewayDb(DbContextOptions<SqliteGatewayDb> options) : GatewayDb(options);

using KreaPlatform.Gateway.Tests.Hosting;

namespace KreaPlatform.Gateway.Tests.Accounts;

/// <summary>The same on PostgreSQL.</summary>
public sealed class PostgresAccountsEdge : AccountsEdge
{
    private readonly PostgresServer _server = new();
    private string? _database;

    public string? Missing => _server.Missing;

    protected override IEnumerable<(string Key, string Value)> Settings =>
        _database is null ? base.Settings : [.. base.Settings, ("Database:Provider", "postgres"), ("Database:ConnectionString", _database)];

    public override async ValueTask InitializeAsync()
    {
        await _server.InitializeAsync();
        if (Missing is null) _database = await _server.NewDatabaseAsync();
        await base.InitializeAsync();
    }

    public override async ValueTask DisposeAsync()
    {
        await base.DisposeAsync();
        await _server.DisposeAsync();
    }
}

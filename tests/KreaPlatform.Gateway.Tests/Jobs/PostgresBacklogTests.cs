using KreaPlatform.Gateway.Tests.Hosting;

namespace KreaPlatform.Gateway.Tests.Jobs;

public sealed class PostgresBacklogTests(PostgresServer server) : BacklogTests, IClassFixture<PostgresServer>
{
    protected override async Task<GatewayUnderTest> StartAsync(params (string, string)[] settings)
    {
        if (server.Missing is { } reason) Assert.Skip(reason);
        return await GatewayUnderTest.StartAsync(await server.NewDatabaseAsync(), settings: settings);
    }
}

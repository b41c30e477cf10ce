using KreaPlatform.Gateway.Tests.Hosting;

namespace KreaPlatform.Gateway.Tests.Jobs;

public sealed class PostgresJobPathTests(PostgresServer server) : JobPathTests, IClassFixture<PostgresServer>
{
    protected override async Task<GatewayUnderTest> StartAsync(params (string, string)[] settings)
    {
        if (server.Missing is { } reason) Assert.Skip(reason);
        return await GatewayUnderTest.StartAsync(await server.NewDatabaseAsync(), settings: settings);
    }
}

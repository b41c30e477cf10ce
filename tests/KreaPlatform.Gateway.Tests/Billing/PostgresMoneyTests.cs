using KreaPlatform.Gateway.Tests.Hosting;

namespace KreaPlatform.Gateway.Tests.Billing;

public sealed class PostgresMoneyTests(PostgresServer server) : MoneyTests, IClassFixture<PostgresServer>
{
    protected override async Task<GatewayUnderTest> StartAsync(params (string, string)[] settings)
    {
        if (server.Missing is { } reason) Assert.Skip(reason);
        return await GatewayUnderTest.StartAsync(await server.NewDatabaseAsync(), settings: settings);
    }
}

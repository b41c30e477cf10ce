using KreaPlatform.Gateway.Tests.Hosting;
using Microsoft.Extensions.DependencyInjection;

namespace KreaPlatform.Gateway.Tests.Assets;

public sealed class PostgresAssetRowTests(PostgresServer server) : AssetRowTests, IClassFixture<PostgresServer>
{
    protected override async Task<GatewayUnderTest> StartAsync(Action<IServiceCollection> configure, params (string, string)[] settings)
    {
        if (server.Missing is { } reason) Assert.Skip(reason);
        return await GatewayUnderTest.StartAsync(await server.NewDatabaseAsync(), configure: configure, settings: settings);
    }
}

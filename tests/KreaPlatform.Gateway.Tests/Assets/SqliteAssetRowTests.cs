using KreaPlatform.Gateway.Tests.Hosting;
using Microsoft.Extensions.DependencyInjection;

namespace KreaPlatform.Gateway.Tests.Assets;

public sealed class SqliteAssetRowTests : AssetRowTests
{
    protected override Task<GatewayUnderTest> StartAsync(Action<IServiceCollection> configure, params (string, string)[] settings) =>
        GatewayUnderTest.StartAsync(configure: configure, settings: settings);
}

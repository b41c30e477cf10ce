using KreaPlatform.Gateway.Tests.Hosting;

namespace KreaPlatform.Gateway.Tests.Billing;

public sealed class SqliteMoneyTests : MoneyTests
{
    protected override Task<GatewayUnderTest> StartAsync(params (string, string)[] settings) => GatewayUnderTest.StartAsync(settings: settings);
}

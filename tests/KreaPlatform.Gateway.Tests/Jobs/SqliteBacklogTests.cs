using KreaPlatform.Gateway.Tests.Hosting;

namespace KreaPlatform.Gateway.Tests.Jobs;

public sealed class SqliteBacklogTests : BacklogTests
{
    protected override Task<GatewayUnderTest> StartAsync(params (string, string)[] settings) => GatewayUnderTest.StartAsync(settings: settings);
}

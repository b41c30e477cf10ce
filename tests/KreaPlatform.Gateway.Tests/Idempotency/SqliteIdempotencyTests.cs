using KreaPlatform.Gateway.Tests.Hosting;

namespace KreaPlatform.Gateway.Tests.Idempotency;

public sealed class SqliteIdempotencyTests : IdempotencyStoreTests
{
    protected override Task<GatewayUnderTest> StartAsync() => GatewayUnderTest.StartAsync();
}

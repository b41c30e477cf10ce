using KreaPlatform.Gateway.Tests.Hosting;

namespace KreaPlatform.Gateway.Tests.Idempotency;

public sealed class PostgresIdempotencyTests(PostgresServer server) : IdempotencyStoreTests, IClassFixture<PostgresServer>
{
    protected override async Task<GatewayUnderTest> StartAsync()
    {
        if (server.Missing is { } reason) Assert.Skip(reason);
        return await GatewayUnderTest.StartAsync(await server.NewDatabaseAsync());
    }
}

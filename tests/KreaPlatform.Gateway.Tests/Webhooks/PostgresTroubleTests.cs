using KreaPlatform.Gateway.Tests.Hosting;

namespace KreaPlatform.Gateway.Tests.Webhooks;

public sealed class PostgresTroubleTests(PostgresServer server) : TroubleTests, IClassFixture<PostgresServer>
{
    protected override async Task<WebhookGateway> StartAsync(params (string, string)[] settings)
    {
        if (server.Missing is { } reason) Assert.Skip(reason);
        return new(await GatewayUnderTest.StartAsync(await server.NewDatabaseAsync(), settings: WebhookGateway.With(settings)));
    }
}

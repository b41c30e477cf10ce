using KreaPlatform.Gateway.Tests.Hosting;

namespace KreaPlatform.Gateway.Tests.Webhooks;

public sealed class SqliteTroubleTests : TroubleTests
{
    protected override async Task<WebhookGateway> StartAsync(params (string, string)[] settings) =>
        new(await GatewayUnderTest.StartAsync(settings: WebhookGateway.With(settings)));
}

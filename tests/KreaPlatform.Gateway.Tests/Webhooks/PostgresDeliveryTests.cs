using KreaPlatform.Gateway.Tests.Hosting;
using KreaPlatform.Gateway.Webhooks.Delivery;

namespace KreaPlatform.Gateway.Tests.Webhooks;

public sealed class PostgresDeliveryTests(PostgresServer server) : DeliveryTests, IClassFixture<PostgresServer>
{
    protected override async Task<WebhookGateway> StartAsync(params (string, string)[] settings)
    {
        if (server.Missing is { } reason) Assert.Skip(reason);
        return new(await GatewayUnderTest.StartAsync(await server.NewDatabaseAsync(), settings: WebhookGateway.With(settings)));
    }

    [Fact]
    public async Task Several_gateways_share_the_work_and_none_does_another_s()
    {
        if (server.Missing is { } reason) Assert.Skip(reason);
        var database = await server.NewDatabaseAsync();
        await using var receiver = await WebhookReceiver.StartAsync();
        await using var one = new WebhookGateway(await GatewayUnderTest.StartAsync(database, settings: WebhookGateway.With()));
        await using var other = new WebhookGateway(await GatewayUnderTest.StartAsync(database, settings: WebhookGateway.With()));
        one.Trust(receiver);
        other.Trust(receiver);
        var (endpoint, _) = await one.RegisterAsync(receiver.Url);
        await one.TellAsync(1000);
        await one.UntilAsync(endpoint.Id, l => l.All(d => d.Status == DeliveryStatus.Delivered));
        Assert.Equal(1000, receiver.All.Select(r => r.Id).Distinct().Count());
        Assert.Equal(1000, receiver.All.Count);
    }

    [Fact]
    public async Task What_a_dead_gateway_held_is_taken_up_when_its_lease_has_run_out()
    {
        await using var receiver = await WebhookReceiver.StartAsync();
        await using var gateway = await StartAsync();
        var (endpoint, _) = await gateway.RegisterAsync(receiver.Url);
        gateway.Trust(receiver);
        await gateway.ChangeAsync(async db =>
        {
            var delivery = await gateway.Gateway.Get<Gateway.Webhooks.Events.WebhookOutbox>().EnqueueAsync(db,
                new Gateway.Webhooks.Events.WebhookEvent("acc_alice", "webhook.test", DateTimeOffset.UtcNow) { Data = "{}" }, endpoint, default);
            (delivery.Lease, delivery.DueAt) = ("held-by-the-dead", DateTimeOffset.UtcNow.AddSeconds(1));
        });
        var log = await gateway.UntilAsync(endpoint.Id, l => l is [{ Status: DeliveryStatus.Delivered }]);
        Assert.Equal(log[0].Id, Assert.Single(receiver.All).Id);
        Assert.True(log[0].Attempts[0].At >= log[0].OccurredAt.AddMilliseconds(900));
    }
}

using System.Text.Json;
using KreaPlatform.Gateway.Jobs;
using KreaPlatform.Gateway.Tests.Hosting;
using KreaPlatform.Gateway.Webhooks;
using KreaPlatform.Gateway.Webhooks.Delivery;
using KreaPlatform.Gateway.Webhooks.Endpoints;
using KreaPlatform.Gateway.Webhooks.Events;
using KreaPlatform.ServiceDefaults.Fetching;
using Microsoft.Extensions.Options;

namespace KreaPlatform.Gateway.Tests.Webhooks;

/// <summary>A gateway whose schedule is a thousand times as fast, with what tests of deliveries need.</summary>
public sealed class WebhookGateway(GatewayUnderTest gateway) : IAsyncDisposable
{
    public const string Secret = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw";

    private static readonly (string Key, string Value)[] Fast =
    [
        ("Webhooks:PollEvery", "00:00:00.02"), ("Webhooks:Timeout", "00:00:05"), ("Webhooks:CircuitPause", "00:00:00.2"), ("Webhooks:LongestCircuitPause", "00:00:00.5"),
        .. new[] { "00:00:00", "00:00:00.05", "00:00:00.05", "00:00:00.1", "00:00:00.1", "00:00:00.2", "00:00:00.2", "00:00:00.2" }
            .Select((wait, i) => ($"Webhooks:Schedule:{i}", wait)),
    ];

    /// <summary>The fast settings, with those of a test.</summary>
    public static (string, string)[] With(params (string Key, string Value)[] settings) =>
        [.. Fast.Where(f => !settings.Any(s => s.Key == f.Key)), .. settings];

    public GatewayUnderTest Gateway => gateway;
    public WebhookService Webhooks => gateway.Get<WebhookService>();
    public DeliveryService Log => gateway.Get<DeliveryService>();

    /// <summary>Lets the gateway call a receiver of the test.</summary>
    public void Trust(params WebhookReceiver[] receivers) =>
        gateway.Get<IOptions<FetchingOptions>>().Value.AllowedHosts = [.. receivers.Select(r => r.Host)];

    public async Task<(WebhookEndpoint Endpoint, string Secret)> RegisterAsync(string url, params string[] events) =>
        await Webhooks.CreateAsync(GatewayUnderTest.Alice, new EndpointSpec(url, events.Length > 0 ? events : null, null, null), null, default) ?? throw new InvalidOperationException("no room");

    public async Task<WebhookEndpoint> FindAsync(string id) => (await Webhooks.FindAsync(GatewayUnderTest.Alice, id, default))!;

    public async Task<List<WebhookDelivery>> DeliveriesAsync(string endpoint) =>
        (await Log.ListAsync(GatewayUnderTest.Alice, endpoint, new DeliveryFilter(), null, 100_000, default))!;

    /// <summary>A job from its submit to its end.</summary>
    public async Task<Job> CompleteAsync(GenerationRequest? request = null)
    {
        var job = await gateway.SubmitAsync(request);
        Assert.True(await gateway.ClaimAsync(job.Id, 1, "w1"));
        await gateway.Bus.Publish(GatewayUnderTest.Completed(job.Id, 1, "w1"));
        return await gateway.UntilAsync(job.Id, j => j.Status == JobStatus.Completed);
    }

    /// <summary>Tells the account of many events, in few transactions.</summary>
    public async Task TellAsync(int count, string account = "acc_alice", string type = WebhookEventType.Completed)
    {
        for (var from = 0; from < count; from += 500)
            await gateway.Database.WriteAsync(async db =>
            {
                for (var i = from; i < Math.Min(count, from + 500); i++)
                    await gateway.Get<WebhookOutbox>().EnqueueAsync(db,
                        new WebhookEvent(account, type, DateTimeOffset.UtcNow) { Subject = $"event-{i}", Data = JsonSerializer.Serialize(new { number = i }) }, default);
            });
    }

    /// <summary>Waits until the endpoint's log looks as asked.</summary>
    public async Task<List<WebhookDelivery>> UntilAsync(string endpoint, Func<List<WebhookDelivery>, bool> condition)
    {
        for (var i = 0; i < 1200; i++)
        {
            if (await DeliveriesAsync(endpoint) is var log && condition(log)) return log;
            await Task.Delay(25);
        }
        var last = await DeliveriesAsync(endpoint);
        throw new TimeoutException(string.Join(", ", last.Take(10).Select(d => $"{d.Type} {d.Status} {d.Total} {d.DueAt:o} {d.Attempts.LastOrDefault()}")));
    }

    /// <summary>Changes rows as time would.</summary>
    public Task ChangeAsync(Func<Data.GatewayDb, Task> change) => gateway.Database.WriteAsync(change);

    public ValueTask DisposeAsync() => gateway.DisposeAsync();
}

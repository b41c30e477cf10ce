using System.Collections.Concurrent;
using KreaPlatform.Gateway.Tests.Hosting;
using KreaPlatform.Gateway.Webhooks.Delivery;
using Microsoft.AspNetCore.Http;

namespace KreaPlatform.Gateway.Tests.Webhooks;

public sealed class NothingIsLostTests
{
    private const int Count = 10_000;

    /// <summary>Twenty attempts within seconds: at one failure in four, the chance that any of the deliveries runs out of them is one in a hundred million.</summary>
    private static readonly (string, string)[] Schedule =
        [.. Enumerable.Range(0, 20).Select(i => ($"Webhooks:Schedule:{i}", i == 0 ? "00:00:00" : i < 5 ? "00:00:00.05" : "00:00:00.3"))];

    [Fact]
    public async Task Ten_thousand_deliveries_reach_a_receiver_that_fails_at_random_over_two_kills_of_the_gateway()
    {
        // 1. A receiver that fails one time in four, in every way there is.
        var accepted = new ConcurrentDictionary<string, int>();
        var ids = new ConcurrentDictionary<string, ConcurrentDictionary<string, bool>>();
        var calls = 0;
        await using var receiver = await WebhookReceiver.StartAsync(async (context, got) =>
        {
            ids.GetOrAdd(got.Data.GetProperty("number").ToString(), _ => new()).TryAdd(got.Id, true);
            // Fixed by the number of the call, so that a run can be repeated.
            var draw = Interlocked.Increment(ref calls) * 7919L % 100;
            if (draw < 12) context.Response.StatusCode = StatusCodes.Status500InternalServerError;
            else if (draw < 20) context.Abort();
            else if (draw < 22) await Task.Delay(Timeout.Infinite, context.RequestAborted).ContinueWith(_ => { }, TaskScheduler.Default);
            else if (draw < 25) (context.Response.StatusCode, context.Response.Headers.Location) = (StatusCodes.Status307TemporaryRedirect, "/elsewhere");
            else accepted.AddOrUpdate(got.Id, 1, (_, times) => times + 1);
        });

        // 2. What is to be delivered is committed, by a gateway that delivers nothing.
        var folder = Directory.CreateTempSubdirectory("krea-webhooks-").FullName;
        var file = Path.Combine(folder, "gateway.db");
        string endpoint;
        await using (var before = await QuietAsync(file))
        {
            endpoint = (await before.RegisterAsync(receiver.Url)).Endpoint.Id;
            await before.TellAsync(Count);
        }

        // 3. Gateways bring it out, of which two are killed in the middle.
        (string, string)[] settings =
        [
            ("Urls", "http://127.0.0.1:0"), ("Database:Provider", "sqlite"), ("Database:ConnectionString", $"Data Source={file}"), ("Storage:Folder", Path.Combine(folder, "blobs")),
            ("ConnectionStrings:Redis", "127.0.0.1:1,connectTimeout=50,abortConnect=false"), ("Fetching:AllowedHosts:0", receiver.Host), ("Webhooks:Timeout", "00:00:00.5"),
            ("Webhooks:ConcurrencyPerEndpoint", "64"), ("Webhooks:PollEvery", "00:00:00.1"), ("Webhooks:CircuitThreshold", "1000"), ("Logging:LogLevel:Default", "None"), .. Schedule,
        ];
        foreach (var enough in new[] { Count / 4, Count / 2 })
            await using (var killed = GatewayProcess.Start(folder, settings))
                await UntilAsync(() => accepted.Count >= enough, killed);
        await using (var last = GatewayProcess.Start(folder, settings))
            await UntilAsync(() => accepted.Count == Count, last);

        // 4. All have arrived, and every event under one id only, however often it came.
        Assert.Equal(Count, ids.Count);
        Assert.All(ids.Values, seen => Assert.Single(seen));
        await using (var after = await QuietAsync(file))
        {
            var log = await after.DeliveriesAsync(endpoint);
            Assert.Equal(accepted.Keys.Order(), log.Select(d => d.Id).Order());
            Assert.Equal(Enumerable.Range(1, Count).Select(n => (long)n), log.Select(d => d.Sequence).Order());
            // What the last gateway did not come to write is due again, and would arrive under the same id.
            Assert.All(log, d => Assert.True(d.Status == DeliveryStatus.Delivered || d is { Status: DeliveryStatus.Pending, DueAt: not null }));
        }
        TestContext.Current.TestOutputHelper?.WriteLine($"{calls} attempts, {accepted.Values.Sum() - Count} deliveries taken twice");
        Directory.Delete(folder, recursive: true);
    }

    private static async Task<WebhookGateway> QuietAsync(string file) => new(await GatewayUnderTest.StartAsync(sqliteFile: file, configure: services =>
        services.Remove(services.Single(s => s.ImplementationType == typeof(WebhookDispatcher)))));

    private static async Task UntilAsync(Func<bool> condition, GatewayProcess gateway)
    {
        for (var i = 0; i < 4800 && !condition(); i++)
        {
            Assert.False(gateway.HasExited, "the gateway ended by itself");
            await Task.Delay(25);
        }
        Assert.True(condition());
    }
}

using KreaPlatform.Gateway.Tests.Hosting;
using KreaPlatform.Gateway.Webhooks.Delivery;
using KreaPlatform.Gateway.Webhooks.Endpoints;
using KreaPlatform.Gateway.Webhooks.Events;
using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;

namespace KreaPlatform.Gateway.Tests.Webhooks;

/// <summary>Receivers that are slow, broken, gone or forbidden, and what that means for them and for others; on each database.</summary>
public abstract class TroubleTests
{
    protected abstract Task<WebhookGateway> StartAsync(params (string, string)[] settings);

    [Fact]
    public async Task Gone_disables_an_endpoint_tells_the_others_and_what_it_missed_can_be_replayed()
    {
        var gone = true;
        await using var leaving = await WebhookReceiver.StartAsync((context, _) => { if (gone) context.Response.StatusCode = 410; return Task.CompletedTask; });
        await using var other = await WebhookReceiver.StartAsync();
        await using var gateway = await StartAsync();
        gateway.Trust(leaving, other);
        var (endpoint, _) = await gateway.RegisterAsync(leaving.Url);
        var (watcher, secret) = await gateway.RegisterAsync(other.Url, WebhookEventType.Disabled);
        var before = DateTimeOffset.UtcNow;
        await gateway.TellAsync(1);

        var notice = (await other.UntilAsync(1))[0];
        Assert.True(notice.IsSignedBy(secret));
        Assert.Equal((endpoint.Id, "gone"), (notice.Data.GetProperty("id").GetString(), notice.Data.GetProperty("reason").GetString()));
        Assert.Equal((false, DisabledReason.Gone), ((await gateway.FindAsync(endpoint.Id)).Enabled, (await gateway.FindAsync(endpoint.Id)).DisabledReason));
        await gateway.TellAsync(2);
        var log = await gateway.DeliveriesAsync(endpoint.Id);
        Assert.Equal(2, log.Count(d => d.Status == DeliveryStatus.Skipped));
        Assert.Single(leaving.All);

        gone = false;
        await gateway.Webhooks.UpdateAsync(GatewayUnderTest.Alice, endpoint.Id, new EndpointSpec(null, null, null, true), default);
        Assert.Equal(3, await gateway.Log.ReplayAsync(GatewayUnderTest.Alice, endpoint.Id, before, DateTimeOffset.UtcNow.AddMinutes(1), [DeliveryStatus.Failed, DeliveryStatus.Skipped], default));
        await gateway.UntilAsync(endpoint.Id, l => l.All(d => d.Status == DeliveryStatus.Delivered));
        Assert.Equal(log.Select(d => d.Id).Order(), leaving.All.Skip(1).Select(r => r.Id).Order());
        Assert.NotEqual(watcher.Id, endpoint.Id);
    }

    [Fact]
    public async Task An_endpoint_that_only_fails_for_days_is_disabled()
    {
        await using var receiver = await WebhookReceiver.StartAsync((context, _) => { context.Response.StatusCode = 500; return Task.CompletedTask; });
        await using var gateway = await StartAsync(("Webhooks:CircuitThreshold", "3"));
        gateway.Trust(receiver);
        var (endpoint, _) = await gateway.RegisterAsync(receiver.Url);
        // As if the first failure had been four days ago.
        await gateway.ChangeAsync(db => db.Set<WebhookEndpoint>().Where(e => e.Id == endpoint.Id).ExecuteUpdateAsync(set => set
            .SetProperty(e => e.Failures, 5).SetProperty(e => e.FailingSince, DateTimeOffset.UtcNow.AddDays(-4))));
        await gateway.TellAsync(20);
        await gateway.UntilAsync(endpoint.Id, l => l.All(d => d.Status == DeliveryStatus.Skipped));
        var now = await gateway.FindAsync(endpoint.Id);
        Assert.Equal((false, DisabledReason.Failing), (now.Enabled, now.DisabledReason));
        // Only single probes are sent to one that fails.
        Assert.Single(receiver.All);
    }

    [Fact]
    public async Task A_pause_that_a_receiver_asks_for_is_given_to_everything_that_waits_for_it()
    {
        await using var receiver = await WebhookReceiver.StartAsync((context, _) =>
        {
            (context.Response.StatusCode, context.Response.Headers.RetryAfter) = (429, "120");
            return Task.CompletedTask;
        });
        await using var gateway = await StartAsync(("Webhooks:ConcurrencyPerEndpoint", "1"));
        gateway.Trust(receiver);
        var (endpoint, _) = await gateway.RegisterAsync(receiver.Url);
        var before = DateTimeOffset.UtcNow;
        await gateway.TellAsync(5);
        var log = await gateway.UntilAsync(endpoint.Id, l => l.All(d => d.DueAt > before.AddSeconds(119) && d.Lease is null));
        Assert.Equal(1, log.Sum(d => d.Total));
        Assert.Equal(0, (await gateway.FindAsync(endpoint.Id)).Failures);
    }

    [Fact]
    public async Task A_receiver_that_fails_is_left_in_peace_then_probed_and_then_gets_everything()
    {
        var up = false;
        await using var receiver = await WebhookReceiver.StartAsync((context, _) => { if (!up) context.Response.StatusCode = 500; return Task.CompletedTask; });
        await using var gateway = await StartAsync(("Webhooks:CircuitThreshold", "4"), ("Webhooks:CircuitPause", "00:00:30"), ("Webhooks:LongestCircuitPause", "00:10:00"), ("Webhooks:ConcurrencyPerEndpoint", "1"));
        gateway.Trust(receiver);
        var (endpoint, _) = await gateway.RegisterAsync(receiver.Url);
        await gateway.TellAsync(30);
        await gateway.UntilAsync(endpoint.Id, l => l.All(d => d.DueAt > DateTimeOffset.UtcNow.AddSeconds(10) && d.Lease is null));
        Assert.Equal(4, receiver.All.Count);

        up = true;
        await gateway.ChangeAsync(async db =>
        {
            await db.Set<WebhookEndpoint>().ExecuteUpdateAsync(set => set.SetProperty(e => e.OpenUntil, DateTimeOffset.UtcNow));
            await db.Set<WebhookDelivery>().Where(d => d.DueAt != null).ExecuteUpdateAsync(set => set.SetProperty(d => d.DueAt, DateTimeOffset.UtcNow));
        });
        await gateway.UntilAsync(endpoint.Id, l => l.All(d => d.Status == DeliveryStatus.Delivered));
        Assert.Equal(CircuitState.Closed, (await gateway.FindAsync(endpoint.Id)).Circuit);
    }

    [Fact]
    public async Task A_slow_receiver_delays_nobody_else()
    {
        var release = new TaskCompletionSource();
        await using var slow = await WebhookReceiver.StartAsync((_, _) => release.Task);
        await using var fast = await WebhookReceiver.StartAsync();
        await using var gateway = await StartAsync(("Webhooks:Concurrency", "6"), ("Webhooks:ConcurrencyPerEndpoint", "3"), ("Webhooks:Timeout", "00:10:00"));
        gateway.Trust(slow, fast);
        var (first, _) = await gateway.RegisterAsync(slow.Url);
        await gateway.TellAsync(600);
        await slow.UntilAsync(3);
        var (second, _) = await gateway.RegisterAsync(fast.Url);
        await gateway.TellAsync(100);
        await gateway.UntilAsync(second.Id, l => l.Count == 100 && l.All(d => d.Status == DeliveryStatus.Delivered));
        // All that time the slow one has held its share, and no more.
        Assert.Equal(3, slow.All.Count);
        Assert.All(await gateway.DeliveriesAsync(first.Id), d => Assert.Equal(DeliveryStatus.Pending, d.Status));
        release.SetResult();
        await gateway.UntilAsync(first.Id, l => l.All(d => d.Status == DeliveryStatus.Delivered));
    }

    [Fact]
    public async Task Gone_from_a_URL_that_a_generation_named_ends_that_delivery_and_nothing_else()
    {
        await using var receiver = await WebhookReceiver.StartAsync((context, r) => { if (r.Path == "/hook?1") context.Response.StatusCode = 410; return Task.CompletedTask; });
        await using var gateway = await StartAsync();
        gateway.Trust(receiver);
        await gateway.CompleteAsync(GatewayUnderTest.Request() with { Webhook = new WebhookTarget(receiver.Url + "?1") });
        await gateway.CompleteAsync(GatewayUnderTest.Request() with { Webhook = new WebhookTarget(receiver.Url + "?2") });
        var host = Assert.Single(await gateway.Webhooks.ListAsync(GatewayUnderTest.Alice, default));
        var log = await gateway.UntilAsync(host.Id, l => l.Count == 2 && l.All(d => d.Status != DeliveryStatus.Pending));
        Assert.Equal([DeliveryStatus.Delivered, DeliveryStatus.Failed], log.OrderBy(d => d.Status).Select(d => d.Status));
        Assert.True((await gateway.FindAsync(host.Id)).Enabled);
    }

    [Fact]
    public async Task What_must_not_be_called_is_not_called_whatever_was_registered()
    {
        await using var secret = await WebhookReceiver.StartAsync();
        await using var receiver = await WebhookReceiver.StartAsync((context, _) =>
        {
            (context.Response.StatusCode, context.Response.Headers.Location) = (307, secret.Url);
            return Task.CompletedTask;
        });
        await using var gateway = await StartAsync();
        gateway.Trust(receiver);
        // Past the check of the route, as a name that changed its address later would be.
        var (inside, _) = await gateway.RegisterAsync(secret.Url);
        var (named, _) = await gateway.RegisterAsync("https://localhost/");
        var (redirecting, _) = await gateway.RegisterAsync(receiver.Url);
        await gateway.TellAsync(1);
        foreach (var id in new[] { inside.Id, named.Id })
            Assert.Equal(AttemptError.UrlRefused, (await gateway.UntilAsync(id, l => l is [{ Total: > 0 }]))[0].Attempts[0].Error);
        Assert.Equal(AttemptError.Redirect, (await gateway.UntilAsync(redirecting.Id, l => l is [{ Total: > 0 }]))[0].Attempts[0].Error);
        Assert.Empty(secret.All);
    }

    [Fact]
    public async Task A_receiver_that_says_nothing_has_its_time_and_a_long_answer_is_cut()
    {
        await using var receiver = await WebhookReceiver.StartAsync(async (context, r) =>
        {
            if (r.Path == "/hook?silent") await Task.Delay(Timeout.Infinite, context.RequestAborted).ContinueWith(_ => { }, TaskScheduler.Default);
            else
            {
                context.Response.StatusCode = 500;
                await context.Response.WriteAsync("\0" + new string('x', 1_000_000));
            }
        });
        await using var gateway = await StartAsync(("Webhooks:Timeout", "00:00:00.3"));
        gateway.Trust(receiver);
        var (silent, _) = await gateway.RegisterAsync(receiver.Url + "?silent");
        var (wordy, _) = await gateway.RegisterAsync(receiver.Url + "?wordy");
        await gateway.TellAsync(1);
        Assert.Equal(AttemptError.Timeout, (await gateway.UntilAsync(silent.Id, l => l is [{ Total: > 0 }]))[0].Attempts[0].Error);
        Assert.Equal(1024, (await gateway.UntilAsync(wordy.Id, l => l is [{ Total: > 0 }]))[0].Attempts[0].Response!.Length);
    }
}

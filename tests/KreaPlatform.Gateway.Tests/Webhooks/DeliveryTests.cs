using System.Text.Json;
using KreaPlatform.Gateway.Jobs;
using KreaPlatform.Gateway.Tests.Hosting;
using KreaPlatform.Gateway.Webhooks.Delivery;
using KreaPlatform.Gateway.Webhooks.Endpoints;
using KreaPlatform.Gateway.Webhooks.Events;
using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;

namespace KreaPlatform.Gateway.Tests.Webhooks;

/// <summary>What receivers and their owners see, against real receivers; on each database.</summary>
public abstract class DeliveryTests
{
    protected abstract Task<WebhookGateway> StartAsync(params (string, string)[] settings);

    [Fact]
    public async Task The_end_of_a_generation_arrives_signed_with_everything_about_it()
    {
        await using var receiver = await WebhookReceiver.StartAsync();
        await using var gateway = await StartAsync();
        gateway.Trust(receiver);
        var (endpoint, secret) = await gateway.RegisterAsync(receiver.Url);
        var job = await gateway.CompleteAsync();

        var got = (await receiver.UntilAsync(1))[0];
        Assert.True(got.IsSignedBy(secret));
        Assert.Equal((WebhookEventType.Completed, 1L), (got.Type, got.Sequence));
        Assert.Equal((job.Id, "completed"), (got.Data.GetProperty("id").GetString(), got.Data.GetProperty("status").GetString()));
        Assert.StartsWith("http", got.Data.GetProperty("images")[0].GetProperty("url").GetString());
        Assert.Equal(JsonValueKind.Object, got.Data.GetProperty("receipt").ValueKind);
        Assert.InRange(got.Body.Length, 1, 20_000);

        var log = await gateway.UntilAsync(endpoint.Id, l => l is [{ Status: DeliveryStatus.Delivered }]);
        Assert.Equal((got.Id, job.Id, 1), (log[0].Id, log[0].Subject, log[0].Total));
        Assert.Equal(204, log[0].Attempts.Single().Status);
    }

    [Fact]
    public async Task An_endpoint_gets_what_it_asked_for_and_only_its_account_s()
    {
        await using var receiver = await WebhookReceiver.StartAsync();
        await using var gateway = await StartAsync();
        gateway.Trust(receiver);
        var (cancelled, _) = await gateway.RegisterAsync(receiver.Url, WebhookEventType.Cancelled);
        await gateway.CompleteAsync();
        await gateway.TellAsync(1, account: "acc_bob", type: WebhookEventType.Cancelled);
        var job = await gateway.Gateway.SubmitAsync();
        await gateway.Gateway.Jobs.CancelAsync(GatewayUnderTest.Alice, job.Id, default);
        await gateway.UntilAsync(cancelled.Id, l => l is [{ Status: DeliveryStatus.Delivered }]);
        Assert.Equal(job.Id, Assert.Single(receiver.All).Data.GetProperty("id").GetString());
    }

    [Fact]
    public async Task A_receiver_that_stumbles_gets_it_again_under_the_same_id_with_a_new_time()
    {
        var answers = new Queue<int>([500, 404, 302, 200]);
        await using var receiver = await WebhookReceiver.StartAsync(async (context, _) =>
        {
            context.Response.StatusCode = answers.Dequeue();
            if (context.Response.StatusCode == 302) context.Response.Headers.Location = "/elsewhere";
            else await context.Response.WriteAsync("answer " + context.Response.StatusCode);
        });
        await using var gateway = await StartAsync();
        gateway.Trust(receiver);
        var (endpoint, secret) = await gateway.RegisterAsync(receiver.Url);
        await gateway.TellAsync(1);

        var log = await gateway.UntilAsync(endpoint.Id, l => l is [{ Status: DeliveryStatus.Delivered }]);
        Assert.Equal(4, receiver.All.Count);
        Assert.All(receiver.All, r => Assert.Equal("/hook", r.Path));
        Assert.Equal(log[0].Id, Assert.Single(receiver.All.Select(r => r.Id).Distinct()));
        Assert.All(receiver.All, r => Assert.True(r.IsSignedBy(secret)));
        Assert.Equal([500, 404, 302, 200], log[0].Attempts.Select(a => a.Status!.Value));
        Assert.Equal([AttemptError.Status, AttemptError.Status, AttemptError.Redirect, null], log[0].Attempts.Select(a => a.Error));
        Assert.Equal("answer 404", log[0].Attempts[1].Response);
        Assert.Equal(0, (await gateway.FindAsync(endpoint.Id)).Failures);
    }

    [Fact]
    public async Task After_the_last_attempt_it_has_failed_and_a_replay_brings_it()
    {
        var up = false;
        await using var receiver = await WebhookReceiver.StartAsync((context, _) => { if (!up) context.Abort(); return Task.CompletedTask; });
        await using var gateway = await StartAsync(("Webhooks:CircuitThreshold", "1000"));
        gateway.Trust(receiver);
        var (endpoint, _) = await gateway.RegisterAsync(receiver.Url);
        await gateway.TellAsync(1);
        var failed = (await gateway.UntilAsync(endpoint.Id, l => l is [{ Status: DeliveryStatus.Failed }]))[0];
        Assert.Equal(8, failed.Total);
        Assert.All(failed.Attempts, a => Assert.Equal((AttemptError.Connection, null), (a.Error, a.Status)));

        up = true;
        Assert.Null(await gateway.Log.ReplayAsync(GatewayUnderTest.Bob, endpoint.Id, failed.Id, default));
        Assert.Equal(failed.Id, (await gateway.Log.ReplayAsync(GatewayUnderTest.Alice, endpoint.Id, failed.Id, default))!.Id);
        var again = await gateway.UntilAsync(endpoint.Id, l => l is [{ Status: DeliveryStatus.Delivered }]);
        Assert.Equal((failed.Id, 9), (again[0].Id, again[0].Total));
    }

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
    public async Task While_a_rotation_overlaps_both_secrets_verify_and_then_only_the_new_one()
    {
        await using var receiver = await WebhookReceiver.StartAsync();
        await using var gateway = await StartAsync();
        gateway.Trust(receiver);
        var (endpoint, old) = await gateway.RegisterAsync(receiver.Url);
        var (_, secret) = (await gateway.Webhooks.RotateAsync(GatewayUnderTest.Alice, endpoint.Id, TimeSpan.FromHours(1), default))!.Value;
        await gateway.TellAsync(1);
        var both = (await receiver.UntilAsync(1))[0];
        Assert.True(both.IsSignedBy(old) && both.IsSignedBy(secret));

        await gateway.ChangeAsync(db => db.Set<WebhookEndpoint>().ExecuteUpdateAsync(set => set.SetProperty(e => e.PreviousSecretUntil, DateTimeOffset.UtcNow)));
        await gateway.TellAsync(1);
        var one = (await receiver.UntilAsync(2))[1];
        Assert.True(!one.IsSignedBy(old) && one.IsSignedBy(secret));
    }

    [Fact]
    public async Task Numbers_of_an_endpoint_grow_without_gap_or_repeat_however_many_generations_end_at_once()
    {
        await using var receiver = await WebhookReceiver.StartAsync();
        await using var gateway = await StartAsync();
        gateway.Trust(receiver);
        var (endpoint, _) = await gateway.RegisterAsync(receiver.Url);
        var jobs = await Task.WhenAll(Enumerable.Range(0, 40).Select(_ => gateway.Gateway.SubmitAsync()));
        await Task.WhenAll(jobs.Select(j => gateway.Gateway.Jobs.CancelAsync(GatewayUnderTest.Alice, j.Id, default)));
        await receiver.UntilAsync(40);
        Assert.Equal(Enumerable.Range(1, 40).Select(n => (long)n), receiver.All.Select(r => r.Sequence).Order());
        // In the order of their numbers they tell of the ends in the order in which those were committed.
        Assert.Equal(40, (await gateway.FindAsync(endpoint.Id)).Sequence);
    }

    [Fact]
    public async Task A_URL_that_a_generation_names_is_told_its_end_signed_with_the_secret_that_came_along()
    {
        await using var receiver = await WebhookReceiver.StartAsync();
        await using var gateway = await StartAsync();
        gateway.Trust(receiver);
        var request = GatewayUnderTest.Request() with { Webhook = new WebhookTarget(receiver.Url + "?job=1") { Secret = WebhookGateway.Secret } };
        var job = await gateway.CompleteAsync(request);
        var got = (await receiver.UntilAsync(1))[0];
        Assert.True(got.IsSignedBy(WebhookGateway.Secret));
        Assert.Equal("/hook?job=1", got.Path);
        Assert.Equal(job.Id, got.Data.GetProperty("id").GetString());
        Assert.Equal(receiver.Url + "?job=1", got.Data.GetProperty("request").GetProperty("webhook").GetProperty("url").GetString());
        Assert.DoesNotContain("secret", System.Text.Encoding.UTF8.GetString(got.Body));

        // The host is an endpoint of its own, whose secret signs what comes without one.
        var host = Assert.Single(await gateway.Webhooks.ListAsync(GatewayUnderTest.Alice, default));
        Assert.Equal((EndpointKind.Generation, "http://" + receiver.Host), (host.Kind, host.Url));
        var (_, secret) = (await gateway.Webhooks.RotateAsync(GatewayUnderTest.Alice, host.Id, TimeSpan.Zero, default))!.Value;
        await gateway.CompleteAsync(GatewayUnderTest.Request() with { Webhook = new WebhookTarget(receiver.Url) });
        var second = (await receiver.UntilAsync(2))[1];
        Assert.True(second.IsSignedBy(secret) && !second.IsSignedBy(WebhookGateway.Secret));
        Assert.Equal(2, second.Sequence);
        await gateway.UntilAsync(host.Id, l => l.Count == 2 && l.All(d => d.Status == DeliveryStatus.Delivered));
        Assert.Equal(0, await gateway.Gateway.Database.ReadAsync(db => db.Set<JobWebhook>().CountAsync()));
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

    [Fact]
    public async Task A_generation_too_large_for_a_webhook_arrives_thin()
    {
        await using var receiver = await WebhookReceiver.StartAsync();
        await using var gateway = await StartAsync();
        gateway.Trust(receiver);
        await gateway.RegisterAsync(receiver.Url);
        var metadata = Enumerable.Range(0, 16).ToDictionary(i => $"key-{i}", _ => new string('x', 512));
        var job = await gateway.CompleteAsync(GatewayUnderTest.Request(prompt: new string('a', 4000)) with { Metadata = metadata, NegativePrompt = new string('\u3042', 4000) });
        var got = (await receiver.UntilAsync(1))[0];
        Assert.InRange(got.Body.Length, 1, 20_000);
        Assert.True(got.Data.GetProperty("thin").GetBoolean());
        Assert.Equal(job.Id, got.Data.GetProperty("id").GetString());
        Assert.EndsWith($"/v1/generations/{job.Id}", got.Data.GetProperty("url").GetString());
    }

    [Fact]
    public async Task The_log_ends_after_its_time_and_what_waits_stays()
    {
        await using var receiver = await WebhookReceiver.StartAsync();
        await using var gateway = await StartAsync();
        gateway.Trust(receiver);
        var (endpoint, _) = await gateway.RegisterAsync(receiver.Url);
        await gateway.TellAsync(3);
        await gateway.CompleteAsync(GatewayUnderTest.Request() with { Webhook = new WebhookTarget(receiver.Url) });
        await gateway.UntilAsync(endpoint.Id, l => l.Count == 4 && l.All(d => d.Status == DeliveryStatus.Delivered));
        var later = new Later(TimeSpan.FromDays(29));
        var sweeper = new DeliverySweeper(gateway.Gateway.Database, later, gateway.Gateway.Get<Microsoft.Extensions.Options.IOptions<Gateway.Webhooks.WebhooksOptions>>(),
            Microsoft.Extensions.Logging.Abstractions.NullLogger<DeliverySweeper>.Instance);
        await sweeper.RunOnceAsync(default);
        Assert.Equal(4, (await gateway.DeliveriesAsync(endpoint.Id)).Count);
        later.By = TimeSpan.FromDays(31);
        await sweeper.RunOnceAsync(default);
        Assert.Empty(await gateway.DeliveriesAsync(endpoint.Id));
        // The host that a generation named is forgotten with it, the account's own endpoint is not.
        Assert.Equal(endpoint.Id, Assert.Single(await gateway.Webhooks.ListAsync(GatewayUnderTest.Alice, default)).Id);
    }

    private sealed class Later(TimeSpan by) : TimeProvider
    {
        public TimeSpan By { get; set; } = by;

        public override DateTimeOffset GetUtcNow() => DateTimeOffset.UtcNow + By;
    }
}

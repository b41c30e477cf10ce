using System.Text.Json;
using KreaPlatform.Gateway.Tests.Hosting;
using KreaPlatform.Gateway.Webhooks.Delivery;
using KreaPlatform.Gateway.Webhooks.Endpoints;
using KreaPlatform.Gateway.Webhooks.Events;
using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;

namespace KreaPlatform.Gateway.Tests.Webhooks;

/// <summary>What receivers and their owners see when receivers work, or stumble; on each database.</summary>
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

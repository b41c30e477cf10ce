using System.Net;
using System.Text;
using System.Text.Json;
using KreaPlatform.Gateway.Tests.Edge;
using KreaPlatform.ServiceDefaults.Fetching;
using Microsoft.Extensions.Options;

namespace KreaPlatform.Gateway.Tests.Webhooks;

/// <summary>What a developer does with webhooks, over real sockets.</summary>
public sealed class WebhookHttpTests(EdgeUnderTest edge) : IClassFixture<EdgeUnderTest>
{
    [Fact]
    public async Task A_webhook_is_registered_shown_changed_and_deleted_and_its_secret_is_shown_once()
    {
        await using var receiver = await ReceiverAsync();
        var (status, made) = await SendAsync(HttpMethod.Post, "", new { url = receiver.Url, events = new[] { "generation.completed" }, description = "mine" });
        Assert.Equal(HttpStatusCode.Created, status);
        var id = made.GetProperty("id").GetString()!;
        Assert.StartsWith("whk_", id);
        Assert.StartsWith("whsec_", made.GetProperty("secret").GetString());
        Assert.Equal("closed", made.GetProperty("circuit").GetProperty("state").GetString());

        var (_, read) = await SendAsync(HttpMethod.Get, id);
        Assert.False(read.TryGetProperty("secret", out _));
        Assert.Equal("mine", read.GetProperty("description").GetString());
        var (_, list) = await SendAsync(HttpMethod.Get, "");
        Assert.Contains(list.GetProperty("items").EnumerateArray(), w => w.GetProperty("id").GetString() == id);

        var (_, changed) = await SendAsync(HttpMethod.Patch, id, new { events = new[] { "*" }, enabled = false, description = "" });
        Assert.Equal((false, "owner"), (changed.GetProperty("enabled").GetBoolean(), changed.GetProperty("disabled_reason").GetString()));
        Assert.Equal(JsonValueKind.Null, changed.GetProperty("description").ValueKind);
        Assert.Equal(receiver.Url, changed.GetProperty("url").GetString());

        Assert.Equal(HttpStatusCode.NoContent, (await SendAsync(HttpMethod.Delete, id)).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await SendAsync(HttpMethod.Get, id)).Status);
    }

    [Theory]
    [InlineData("""{}""", "/url", "required")]
    [InlineData("""{"url":"http://example.com/"}""", "/url", "url_refused")]
    [InlineData("""{"url":"https://127.0.0.1/"}""", "/url", "url_refused")]
    [InlineData("""{"url":"https://user:pass@example.com/"}""", "/url", "url_refused")]
    [InlineData("""{"url":"https://example.com:22/"}""", "/url", "url_refused")]
    [InlineData("""{"url":"nonsense"}""", "/url", "malformed")]
    [InlineData("""{"url":7}""", "/url", "wrong_type")]
    [InlineData("""{"url":"https://127.0.0.1/","events":[]}""", "/events", "empty")]
    [InlineData("""{"url":"https://127.0.0.1/","events":["generation.finished"]}""", "/events/0", "unknown_value")]
    [InlineData("""{"url":"https://127.0.0.1/","events":["generation.failed",7]}""", "/events/1", "wrong_type")]
    [InlineData("""{"url":"https://127.0.0.1/","secret":"x"}""", "/secret", "unknown_field")]
    [InlineData("""[]""", "", "wrong_type")]
    public async Task What_is_wrong_with_a_webhook_is_said_by_field(string body, string pointer, string code)
    {
        var (status, problem) = await SendAsync(HttpMethod.Post, "", body);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, status);
        Assert.Contains(problem.GetProperty("errors").EnumerateArray(), e => (e.GetProperty("pointer").GetString(), e.GetProperty("code").GetString()) == (pointer, code));
    }

    [Fact]
    public async Task A_test_event_arrives_and_the_log_says_how_it_went()
    {
        await using var receiver = await ReceiverAsync();
        var (_, made) = await SendAsync(HttpMethod.Post, "", new { url = receiver.Url, enabled = false });
        var id = made.GetProperty("id").GetString()!;
        var (status, sent) = await SendAsync(HttpMethod.Post, $"{id}/test");
        Assert.Equal(HttpStatusCode.Accepted, status);
        var got = (await receiver.UntilAsync(1))[0];
        Assert.True(got.IsSignedBy(made.GetProperty("secret").GetString()!));
        Assert.Equal(("webhook.test", sent.GetProperty("id").GetString()), (got.Type, got.Id));

        var delivered = await UntilDeliveredAsync(id, got.Id);
        var attempt = delivered.GetProperty("attempts")[0];
        Assert.Equal(204, attempt.GetProperty("status").GetInt32());
        Assert.True(attempt.GetProperty("latency_ms").GetInt32() >= 0);
        Assert.Equal(JsonValueKind.Null, delivered.GetProperty("next_attempt_at").ValueKind);
        var (_, log) = await SendAsync(HttpMethod.Get, $"{id}/deliveries?status=delivered&limit=1");
        Assert.Equal(got.Id, log.GetProperty("items")[0].GetProperty("id").GetString());
        Assert.Equal(JsonValueKind.Null, log.GetProperty("next_cursor").ValueKind);
    }

    [Fact]
    public async Task A_rotation_shows_the_new_secret_and_signs_with_both()
    {
        await using var receiver = await ReceiverAsync();
        var (_, made) = await SendAsync(HttpMethod.Post, "", new { url = receiver.Url });
        var id = made.GetProperty("id").GetString()!;
        var (status, rotated) = await SendAsync(HttpMethod.Post, $"{id}/rotate-secret");
        Assert.Equal(HttpStatusCode.OK, status);
        Assert.Equal(JsonValueKind.String, rotated.GetProperty("previous_secret_expires_at").ValueKind);
        await SendAsync(HttpMethod.Post, $"{id}/test");
        var got = (await receiver.UntilAsync(1))[0];
        Assert.True(got.IsSignedBy(made.GetProperty("secret").GetString()!) && got.IsSignedBy(rotated.GetProperty("secret").GetString()!));

        var (bad, problem) = await SendAsync(HttpMethod.Post, $"{id}/rotate-secret", """{"overlap_seconds":604801}""");
        Assert.Equal(HttpStatusCode.UnprocessableEntity, bad);
        Assert.Equal("/overlap_seconds", problem.GetProperty("errors")[0].GetProperty("pointer").GetString());
    }

    [Fact]
    public async Task What_a_disabled_webhook_missed_is_replayed_once_it_is_enabled_again()
    {
        await using var receiver = await ReceiverAsync();
        var (_, made) = await SendAsync(HttpMethod.Post, "", new { url = receiver.Url, enabled = false });
        var id = made.GetProperty("id").GetString()!;
        var generation = await edge.SubmitAsync();
        using (await edge.Client.PostAsync($"/v1/generations/{generation}/cancel", null)) { }
        var (_, log) = await SendAsync(HttpMethod.Get, $"{id}/deliveries?subject={generation}");
        Assert.Equal("skipped", log.GetProperty("items")[0].GetProperty("status").GetString());

        var range = new { from = "2026-01-01T00:00:00Z" };
        var (refused, problem) = await SendAsync(HttpMethod.Post, $"{id}/replay", range);
        Assert.Equal((HttpStatusCode.Conflict, "/problems/webhook-disabled"), (refused, problem.GetProperty("type").GetString()));
        await SendAsync(HttpMethod.Patch, id, new { enabled = true });
        var (status, replayed) = await SendAsync(HttpMethod.Post, $"{id}/replay", range);
        Assert.Equal(HttpStatusCode.Accepted, status);
        Assert.True(replayed.GetProperty("replayed").GetInt32() >= 1);
        var got = (await receiver.UntilAsync(1, r => r.Data.GetProperty("id").GetString() == generation))[0];
        Assert.Equal("generation.cancelled", got.Type);

        await UntilDeliveredAsync(id, got.Id);
        Assert.Equal(HttpStatusCode.Accepted, (await SendAsync(HttpMethod.Post, $"{id}/deliveries/{got.Id}/replay")).Status);
        await receiver.UntilAsync(2, r => r.Id == got.Id);
    }

    [Fact]
    public async Task A_generation_names_where_its_end_is_told_and_how_that_is_signed()
    {
        await using var receiver = await ReceiverAsync();
        var secret = "whsec_" + Convert.ToBase64String(new byte[32]);
        var id = await edge.SubmitAsync(JsonSerializer.Serialize(new { prompt = "a cat", webhook = new { url = receiver.Url, secret } }));
        using (var read = await edge.Client.GetAsync($"/v1/generations/{id}"))
        {
            var shown = (await EdgeUnderTest.ReadAsync(read)).GetProperty("request").GetProperty("webhook");
            Assert.Equal(["url"], shown.EnumerateObject().Select(p => p.Name));
        }
        using (await edge.Client.PostAsync($"/v1/generations/{id}/cancel", null)) { }
        var got = (await receiver.UntilAsync(1))[0];
        Assert.True(got.IsSignedBy(secret));
        Assert.Equal((id, "generation.cancelled"), (got.Data.GetProperty("id").GetString(), got.Type));

        // What must not be called is said at once, and nothing is enqueued.
        using var refused = await edge.PostAsync("""{"prompt":"a cat","webhook":{"url":"https://127.0.0.1/"}}""");
        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.StatusCode);
        Assert.Equal("/webhook/url", (await EdgeUnderTest.ReadAsync(refused)).GetProperty("errors")[0].GetProperty("pointer").GetString());
    }

    [Fact]
    public async Task Pages_of_the_log_neither_repeat_nor_miss_a_delivery()
    {
        await using var receiver = await ReceiverAsync();
        var (_, made) = await SendAsync(HttpMethod.Post, "", new { url = receiver.Url });
        var id = made.GetProperty("id").GetString()!;
        List<string> sent = [], seen = [];
        for (var i = 0; i < 7; i++) sent.Add((await SendAsync(HttpMethod.Post, $"{id}/test")).Body.GetProperty("id").GetString()!);
        var cursor = "";
        do
        {
            var (_, page) = await SendAsync(HttpMethod.Get, $"{id}/deliveries?limit=3{cursor}");
            seen.AddRange(page.GetProperty("items").EnumerateArray().Select(d => d.GetProperty("id").GetString()!));
            cursor = page.GetProperty("next_cursor").GetString() is { } next ? "&cursor=" + next : "";
        }
        while (cursor.Length > 0);
        Assert.Equal(sent.Order(), seen.Where(sent.Contains).Order());
        foreach (var bad in new[] { "limit=0", "cursor=x", "status=lost", "foo=1" })
            Assert.Equal(HttpStatusCode.BadRequest, (await SendAsync(HttpMethod.Get, $"{id}/deliveries?{bad}")).Status);
    }

    [Fact]
    public async Task Another_account_s_webhooks_are_as_good_as_none()
    {
        await using var receiver = await ReceiverAsync();
        var (_, made) = await SendAsync(HttpMethod.Post, "", new { url = receiver.Url });
        var id = made.GetProperty("id").GetString()!;
        var (_, sent) = await SendAsync(HttpMethod.Post, $"{id}/test");
        var delivery = sent.GetProperty("id").GetString();
        using var bob = edge.ClientOf(EdgeUnderTest.BobKey);
        foreach (var (method, path, body) in new (HttpMethod, string, object?)[]
        {
            (HttpMethod.Get, id, null), (HttpMethod.Patch, id, new { enabled = false }), (HttpMethod.Delete, id, null), (HttpMethod.Post, $"{id}/test", null),
            (HttpMethod.Post, $"{id}/rotate-secret", null), (HttpMethod.Get, $"{id}/deliveries", null), (HttpMethod.Get, $"{id}/deliveries/{delivery}", null),
            (HttpMethod.Post, $"{id}/deliveries/{delivery}/replay", null), (HttpMethod.Post, $"{id}/replay", new { from = "2026-01-01T00:00:00Z" }),
        })
            Assert.True((await SendAsync(method, path, body, bob)).Status == HttpStatusCode.NotFound, $"{method} {path}");
        Assert.Equal(HttpStatusCode.OK, (await SendAsync(HttpMethod.Get, id)).Status);
        Assert.Equal(HttpStatusCode.Unauthorized, (await SendAsync(HttpMethod.Get, id, null, edge.Stranger)).Status);
    }

    [Fact]
    public async Task A_registration_that_is_sent_twice_with_a_key_is_one_and_there_is_a_most()
    {
        await using var receiver = await ReceiverAsync();
        using var bob = edge.ClientOf(EdgeUnderTest.BobKey);
        var key = Guid.NewGuid().ToString();
        var first = await SendAsync(HttpMethod.Post, "", new { url = receiver.Url }, bob, key);
        var again = await SendAsync(HttpMethod.Post, "", new { url = receiver.Url }, bob, key);
        Assert.Equal(first.Body.GetRawText(), again.Body.GetRawText());
        for (var i = 1; i < 20; i++) Assert.Equal(HttpStatusCode.Created, (await SendAsync(HttpMethod.Post, "", new { url = receiver.Url }, bob)).Status);
        var (status, problem) = await SendAsync(HttpMethod.Post, "", new { url = receiver.Url }, bob);
        Assert.Equal((HttpStatusCode.Conflict, "/problems/limit-reached"), (status, problem.GetProperty("type").GetString()));
    }

    private async Task<WebhookReceiver> ReceiverAsync()
    {
        var receiver = await WebhookReceiver.StartAsync();
        var fetching = edge.Get<IOptions<FetchingOptions>>().Value;
        lock (fetching) fetching.AllowedHosts = [.. fetching.AllowedHosts, receiver.Host];
        return receiver;
    }

    private async Task<JsonElement> UntilDeliveredAsync(string id, string delivery)
    {
        for (var i = 0; i < 600; i++)
        {
            var (_, found) = await SendAsync(HttpMethod.Get, $"{id}/deliveries/{delivery}");
            if (found.GetProperty("status").GetString() == "delivered") return found;
            await Task.Delay(25);
        }
        throw new TimeoutException();
    }

    private async Task<(HttpStatusCode Status, JsonElement Body)> SendAsync(HttpMethod method, string path, object? body = null, HttpClient? client = null, string? key = null)
    {
        using var request = new HttpRequestMessage(method, "/v1/webhooks" + (path.Length > 0 ? "/" + path : ""));
        if (body is not null) request.Content = new StringContent(body as string ?? JsonSerializer.Serialize(body), Encoding.UTF8, "application/json");
        if (key is not null) request.Headers.Add("Idempotency-Key", key);
        using var response = await (client ?? edge.Client).SendAsync(request);
        return (response.StatusCode, response.StatusCode == HttpStatusCode.NoContent ? default : await EdgeUnderTest.ReadAsync(response));
    }
}

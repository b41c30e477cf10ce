using System.Net;
using KreaPlatform.Gateway.Keys;
using Microsoft.EntityFrameworkCore;
using static KreaPlatform.Gateway.Tests.Accounts.AccountsEdge;

namespace KreaPlatform.Gateway.Tests.Accounts;

/// <summary>What the holder of a key sees.</summary>
public abstract class KeyHttpTests(AccountsEdge edge)
{
    [Fact]
    public async Task A_key_is_shown_once_and_stored_nowhere()
    {
        var owner = await edge.AccountAsync();
        var made = await SendAsync(owner.Client, HttpMethod.Post, "/v1/keys", new { name = "shop", scopes = new[] { "read", "generate" } }, HttpStatusCode.Created);
        var key = made.GetProperty("key").GetString()!;
        Assert.True(KeyText.IsWellFormed(key));
        Assert.StartsWith(made.GetProperty("prefix").GetString()!, key);
        Assert.Equal(["read", "generate"], made.GetProperty("scopes").EnumerateArray().Select(s => s.GetString()));

        var list = (await SendAsync(owner.Client, HttpMethod.Get, "/v1/keys", null, HttpStatusCode.OK)).GetRawText();
        Assert.Contains(made.GetProperty("id").GetString()!, list);
        Assert.DoesNotContain(key, list);
        var row = await edge.Database.ReadAsync(db => db.Set<ApiKey>().SingleAsync(k => k.Id == made.GetProperty("id").GetString()));
        Assert.Equal(KeyText.Digest(key), row.Digest);
        await SendAsync(edge.ClientOf(key), HttpMethod.Get, "/v1/generations", null, HttpStatusCode.OK);
    }

    [Fact]
    public async Task A_revoked_key_and_one_that_never_was_are_answered_alike()
    {
        var owner = await edge.AccountAsync();
        var made = await SendAsync(owner.Client, HttpMethod.Post, "/v1/keys", new { name = "leaked" }, HttpStatusCode.Created);
        using var leaked = edge.ClientOf(made.GetProperty("key").GetString()!);
        await SendAsync(leaked, HttpMethod.Get, "/v1/account", null, HttpStatusCode.OK);
        await SendAsync(owner.Client, HttpMethod.Delete, $"/v1/keys/{made.GetProperty("id").GetString()}", null, HttpStatusCode.NoContent);

        // At once: the request before it had the key cached.
        var revoked = await ProblemAsync(leaked, HttpMethod.Get, "/v1/account", null, HttpStatusCode.Unauthorized, "/unauthorized");
        using var invented = edge.ClientOf(KeyText.Of(new byte[KeyText.SecretBytes]));
        using var mistyped = edge.ClientOf(made.GetProperty("key").GetString()![..^1] + "0");
        foreach (var other in new[] { invented, mistyped })
        {
            var problem = await ProblemAsync(other, HttpMethod.Get, "/v1/account", null, HttpStatusCode.Unauthorized, "/unauthorized");
            foreach (var member in new[] { "type", "title", "status", "detail", "instance" })
                Assert.Equal(revoked.GetProperty(member).GetRawText(), problem.GetProperty(member).GetRawText());
        }
    }

    [Fact]
    public async Task A_rotated_key_works_through_the_overlap_and_its_successor_has_its_scopes()
    {
        var owner = await edge.AccountAsync();
        var old = await SendAsync(owner.Client, HttpMethod.Post, "/v1/keys", new { name = "a", scopes = new[] { "read" } }, HttpStatusCode.Created);
        var path = $"/v1/keys/{old.GetProperty("id").GetString()}";
        var next = await SendAsync(owner.Client, HttpMethod.Post, path + "/rotate", new { overlap_seconds = 3600 }, HttpStatusCode.Created);
        await SendAsync(edge.ClientOf(old.GetProperty("key").GetString()!), HttpMethod.Get, "/v1/generations", null, HttpStatusCode.OK);
        await SendAsync(edge.ClientOf(next.GetProperty("key").GetString()!), HttpMethod.Get, "/v1/generations", null, HttpStatusCode.OK);
        var shown = await SendAsync(owner.Client, HttpMethod.Get, path, null, HttpStatusCode.OK);
        Assert.Equal(next.GetProperty("id").GetString(), shown.GetProperty("replaced_by").GetString());
        Assert.NotEqual(System.Text.Json.JsonValueKind.Null, shown.GetProperty("expires_at").ValueKind);
        Assert.Equal("[\"read\"]", next.GetProperty("scopes").GetRawText());

        var now = await SendAsync(owner.Client, HttpMethod.Post, $"/v1/keys/{next.GetProperty("id").GetString()}/rotate", new { overlap_seconds = 0 }, HttpStatusCode.Created);
        await SendAsync(edge.ClientOf(next.GetProperty("key").GetString()!), HttpMethod.Get, "/v1/generations", null, HttpStatusCode.Unauthorized);
        await SendAsync(edge.ClientOf(now.GetProperty("key").GetString()!), HttpMethod.Get, "/v1/generations", null, HttpStatusCode.OK);
        await ProblemAsync(owner.Client, HttpMethod.Post, $"/v1/keys/{next.GetProperty("id").GetString()}/rotate", new { }, HttpStatusCode.Conflict, "/conflict");
    }

    [Fact]
    public async Task A_key_may_what_its_scopes_say_and_is_told_what_it_lacks()
    {
        var owner = await edge.AccountAsync(micros: 10 * Price);
        using var reader = await edge.NarrowAsync(owner, "read");
        await SendAsync(reader, HttpMethod.Get, "/v1/generations", null, HttpStatusCode.OK);
        var refused = await ProblemAsync(reader, HttpMethod.Post, "/v1/generations", new { prompt = "a cat" }, HttpStatusCode.Forbidden, "/forbidden");
        Assert.Contains("'generate'", refused.GetProperty("detail").GetString());
        await ProblemAsync(reader, HttpMethod.Post, "/v1/keys", new { name = "x" }, HttpStatusCode.Forbidden, "/forbidden");
    }

    [Fact]
    public async Task No_key_makes_takes_over_or_ends_one_stronger_than_itself()
    {
        var owner = await edge.AccountAsync();
        using var keys = await edge.NarrowAsync(owner, "keys", "read");
        await ProblemAsync(keys, HttpMethod.Post, "/v1/keys", new { name = "x", scopes = new[] { "billing" } }, HttpStatusCode.Forbidden, "/forbidden");
        await ProblemAsync(keys, HttpMethod.Post, $"/v1/keys/{owner.KeyId}/rotate", new { }, HttpStatusCode.Forbidden, "/forbidden");
        await ProblemAsync(keys, HttpMethod.Delete, $"/v1/keys/{owner.KeyId}", null, HttpStatusCode.Forbidden, "/forbidden");
        // Without scopes a key gets those of its maker.
        var child = await SendAsync(keys, HttpMethod.Post, "/v1/keys", new { name = "x" }, HttpStatusCode.Created);
        Assert.Equal("[\"read\",\"keys\"]", child.GetProperty("scopes").GetRawText());
        await ProblemAsync(owner.Client, HttpMethod.Post, "/v1/keys", new { name = "x", scopes = new[] { "admin" } }, HttpStatusCode.UnprocessableEntity, "/invalid-request");
    }

    [Fact]
    public async Task An_expired_key_lets_nobody_in()
    {
        var owner = await edge.AccountAsync();
        var made = await SendAsync(owner.Client, HttpMethod.Post, "/v1/keys", new { name = "short", expires_at = DateTimeOffset.UtcNow.AddSeconds(1.5) }, HttpStatusCode.Created);
        using var client = edge.ClientOf(made.GetProperty("key").GetString()!);
        await SendAsync(client, HttpMethod.Get, "/v1/account", null, HttpStatusCode.OK);
        HttpStatusCode status;
        do
        {
            using var response = await client.GetAsync("/v1/account");
            status = response.StatusCode;
            await Task.Delay(50);
        }
        while (status == HttpStatusCode.OK);
        Assert.Equal(HttpStatusCode.Unauthorized, status);
    }

    [Fact]
    public async Task Keys_that_make_no_sense_are_refused_by_field()
    {
        var owner = await edge.AccountAsync();
        var problem = await ProblemAsync(owner.Client, HttpMethod.Post, "/v1/keys",
            """{"name":"","scopes":["read","everything"],"expires_at":"2001-01-01T00:00:00Z","account_id":"acc_other","digest":"x"}""",
            HttpStatusCode.UnprocessableEntity, "/invalid-request");
        Assert.Equal(["/account_id", "/digest", "/expires_at", "/name", "/scopes/1"],
            problem.GetProperty("errors").EnumerateArray().Select(e => e.GetProperty("pointer").GetString()).Order(StringComparer.Ordinal));
    }
}

using System.Net;
using System.Text;
using KreaPlatform.Gateway.Data;
using KreaPlatform.Gateway.Idempotency;
using KreaPlatform.Gateway.Tests.Edge;
using KreaPlatform.ServiceDefaults.Data;
using Microsoft.EntityFrameworkCore;

namespace KreaPlatform.Gateway.Tests.Idempotency;

/// <summary>What a developer who retries sees, over real sockets.</summary>
public sealed class IdempotencyHttpTests(EdgeUnderTest edge) : IClassFixture<EdgeUnderTest>
{
    [Fact]
    public async Task The_same_request_again_gets_the_same_answer_and_no_second_job()
    {
        var first = await SendAsync("retry-1", """{"prompt":"a cat"}""");
        var again = await SendAsync("\"retry-1\"", """{"prompt":"a cat"}""");

        Assert.Equal(HttpStatusCode.Accepted, first.StatusCode);
        Assert.Equal(HttpStatusCode.Accepted, again.StatusCode);
        Assert.Equal(await first.Content.ReadAsStringAsync(), await again.Content.ReadAsStringAsync());
        Assert.Equal(first.Headers.Location, again.Headers.Location);
        Assert.False(first.Headers.Contains(StoredAnswer.ReplayedHeader));
        Assert.Equal("true", Assert.Single(again.Headers.GetValues(StoredAnswer.ReplayedHeader)));
        Assert.Equal(1, await JobsAsync("retry-1"));
    }

    [Fact]
    public async Task Another_body_under_the_same_key_is_refused()
    {
        await SendAsync("other-body", """{"prompt":"a cat"}""");
        var other = await SendAsync("other-body", """{"prompt":"a dog"}""");
        Assert.Equal(HttpStatusCode.UnprocessableEntity, other.StatusCode);
        Assert.Equal("/problems/idempotency-mismatch", (await EdgeUnderTest.ReadAsync(other)).GetProperty("type").GetString());
    }

    [Fact]
    public async Task A_refused_request_may_be_corrected_under_the_same_key()
    {
        var wrong = await SendAsync("corrected", """{"prompt":""}""");
        Assert.Equal(HttpStatusCode.UnprocessableEntity, wrong.StatusCode);
        var right = await SendAsync("corrected", """{"prompt":"a cat"}""");
        Assert.Equal(HttpStatusCode.Accepted, right.StatusCode);
        Assert.False(right.Headers.Contains(StoredAnswer.ReplayedHeader));
    }

    [Fact]
    public async Task A_key_belongs_to_its_account()
    {
        var alice = await SendAsync("shared-key", """{"prompt":"a cat"}""");
        using var bobs = edge.ClientOf(EdgeUnderTest.BobKey);
        var bob = await SendAsync("shared-key", """{"prompt":"a dog"}""", bobs);
        Assert.Equal(HttpStatusCode.Accepted, bob.StatusCode);
        Assert.NotEqual(alice.Headers.Location, bob.Headers.Location);
    }

    [Fact]
    public async Task What_is_no_key_is_named()
    {
        var response = await SendAsync("\"open", """{"prompt":"a cat"}""");
        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
        Assert.Equal("Idempotency-Key", (await EdgeUnderTest.ReadAsync(response)).GetProperty("errors")[0].GetProperty("parameter").GetString());
    }

    [Fact]
    public async Task Five_hundred_at_once_make_one_job()
    {
        var answers = await Task.WhenAll(Enumerable.Range(0, 500).Select(_ => SendAsync("stampede", """{"prompt":"a cat"}""")));
        Assert.All(answers, a => Assert.Contains(a.StatusCode, new[] { HttpStatusCode.Accepted, HttpStatusCode.Conflict }));
        var made = answers.Where(a => a.StatusCode == HttpStatusCode.Accepted).ToList();
        Assert.NotEmpty(made);
        Assert.Single(made.Select(a => a.Headers.Location).Distinct());
        Assert.Equal(1, await JobsAsync("stampede"));

        var later = await SendAsync("stampede", """{"prompt":"a cat"}""");
        Assert.Equal(made[0].Headers.Location, later.Headers.Location);
    }

    [Fact]
    public async Task While_the_first_waits_for_its_job_the_same_request_is_told_so_and_later_gets_the_ended_job()
    {
        var waiting = SendAsync("held", """{"prompt":"a cat"}""", prefer: "wait=60");
        var id = await BoundAsync("held");
        var meanwhile = await SendAsync("held", """{"prompt":"a cat"}""", prefer: "wait=60");
        Assert.Equal(HttpStatusCode.Conflict, meanwhile.StatusCode);
        Assert.NotNull(meanwhile.Headers.RetryAfter);

        await edge.CompleteAsync(id);
        Assert.Equal(HttpStatusCode.OK, (await waiting).StatusCode);
        var replay = await SendAsync("held", """{"prompt":"a cat"}""", prefer: "wait=60");
        Assert.Equal(await (await waiting).Content.ReadAsStringAsync(), await replay.Content.ReadAsStringAsync());
    }

    [Fact]
    public async Task A_caller_who_hung_up_gets_the_job_that_was_made_and_not_another()
    {
        using var impatient = new CancellationTokenSource();
        var waiting = SendAsync("hung-up", """{"prompt":"a cat"}""", prefer: "wait=60", cancel: impatient.Token);
        var id = await BoundAsync("hung-up");
        await impatient.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => waiting);

        HttpResponseMessage again;
        do again = await SendAsync("hung-up", """{"prompt":"a cat"}""");
        while (again.StatusCode == HttpStatusCode.Conflict);
        Assert.Equal(id, (await EdgeUnderTest.ReadAsync(again)).GetProperty("id").GetString());
        Assert.Equal("true", Assert.Single(again.Headers.GetValues(StoredAnswer.ReplayedHeader)));
    }

    private async Task<HttpResponseMessage> SendAsync(string key, string json, HttpClient? client = null, string? prefer = null, CancellationToken cancel = default)
    {
        var request = new HttpRequestMessage(HttpMethod.Post, "/v1/generations") { Content = new StringContent(json, Encoding.UTF8, "application/json") };
        request.Headers.TryAddWithoutValidation(IdempotencyKey.Header, key);
        if (prefer is not null) request.Headers.Add("Prefer", prefer);
        return await (client ?? edge.Client).SendAsync(request, cancel);
    }

    // The id that the key's first run has made.
    private async Task<string> BoundAsync(string key)
    {
        while (true)
        {
            var row = await Database.ReadAsync(db => db.Set<IdempotencyRecord>().SingleOrDefaultAsync(r => r.Key == key));
            if (row?.Resource is { } id) return id;
            await Task.Delay(5);
        }
    }

    private async Task<int> JobsAsync(string key)
    {
        var id = await BoundAsync(key);
        var created = (await edge.Jobs.FindAsync(EdgeUnderTest.Alice, id, default))!.CreatedAt;
        // Everything that the same callers made about then with this prompt; other tests of the class run one after another.
        return await Database.ReadAsync(db => db.Jobs.CountAsync(j => j.AccountId == EdgeUnderTest.Alice.AccountId && j.CreatedAt >= created));
    }

    private ServiceDatabase<GatewayDb> Database => edge.Get<ServiceDatabase<GatewayDb>>();
}

using System.Net;
using System.Text;
using System.Text.Json;
using KreaPlatform.Contracts.Ids;
using KreaPlatform.Gateway.Compatible.Krea;
using KreaPlatform.Gateway.Jobs;
using KreaPlatform.Gateway.Tests.Edge;

namespace KreaPlatform.Gateway.Tests.Compatible;

/// <summary>Krea's API over real sockets.</summary>
public sealed class KreaHttpTests(CompatibleEdge edge) : IClassFixture<CompatibleEdge>
{
    private const string Body = """{"prompt":"a polar bear","aspect_ratio":"4:3","resolution":"1K","seed":7}""";

    [Theory]
    [InlineData("medium")]
    [InlineData("large")]
    [InlineData("medium-turbo")]
    public async Task A_tier_answers_200_with_the_job(string tier)
    {
        using var response = await GenerateAsync(Body, "krea/krea-2/" + tier);
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        var job = await EdgeUnderTest.ReadAsync(response);
        Assert.True(Guid.TryParseExact(job.GetProperty("job_id").GetString(), "D", out _));
        Assert.Equal("queued", job.GetProperty("status").GetString());
        Assert.True(job.GetProperty("created_at").TryGetDateTimeOffset(out _));
        Assert.Equal(JsonValueKind.Null, job.GetProperty("completed_at").ValueKind);
        Assert.Equal(JsonValueKind.Null, job.GetProperty("result").ValueKind);
        var request = (await edge.Jobs.FindAsync(EdgeUnderTest.Alice, Id(job), default))!.Request;
        Assert.Equal(("krea-2-nano", 1152, 864), (request.Model, request.OutputWidth, request.OutputHeight));
    }

    [Fact]
    public async Task A_completed_job_has_links_that_need_no_key()
    {
        var job = await SubmitAsync();
        await edge.CompleteAsync(Id(job), [1, 2, 3]);
        var completed = await ReadAsync(job);
        Assert.Equal("completed", completed.GetProperty("status").GetString());
        Assert.Equal("externalImage", completed.GetProperty("type").GetString());
        var url = Assert.Single(completed.GetProperty("result").GetProperty("urls").EnumerateArray()).GetString();
        Assert.Equal([1, 2, 3], await edge.Stranger.GetByteArrayAsync(url));
    }

    [Fact]
    public async Task A_failed_job_says_why_at_the_top()
    {
        var job = await SubmitAsync();
        await edge.Get<JobLifecycle>().ApplyAsync(Id(job), new JobSignal.Expire(), default);
        var failed = await ReadAsync(job);
        Assert.Equal("failed", failed.GetProperty("status").GetString());
        Assert.Equal("deadline_exceeded", failed.GetProperty("error").GetProperty("code").GetString());
        Assert.Equal(JsonValueKind.String, failed.GetProperty("completed_at").ValueKind);
    }

    [Theory]
    [InlineData("""{"prompt":"a","aspect_ratio":"1:1","resolution":"1K","negative_prompt":"b"}""", "negative_prompt ")]
    [InlineData("""{"prompt":"a","resolution":"1K"}""", "aspect_ratio is required")]
    [InlineData("""{"prompt":"a","aspect_ratio":"1:1","resolution":"1K","image_style_references":[{"url":"https://example.com/a.png","strength":3}]}""", "image_style_references[0].strength ")]
    [InlineData("""{"prompt":"","aspect_ratio":"1:1","resolution":"1K"}""", "prompt must")]
    [InlineData("{", "The body is not valid JSON")]
    public async Task An_error_is_one_text_that_names_the_field_as_Krea_does(string body, string start)
    {
        using var response = await GenerateAsync(body);
        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
        Assert.StartsWith(start, Error(await EdgeUnderTest.ReadAsync(response)));
    }

    [Fact]
    public async Task Without_a_key_or_a_thing_of_the_name_the_error_has_the_same_form()
    {
        using var stranger = await edge.Stranger.GetAsync("/jobs");
        Assert.Equal(HttpStatusCode.Unauthorized, stranger.StatusCode);
        Error(await EdgeUnderTest.ReadAsync(stranger));
        foreach (var path in new[] { $"/jobs/{Guid.NewGuid()}", "/jobs/nonsense", "/generate/video/x" })
        {
            using var response = await edge.Client.GetAsync(path);
            Assert.Equal(HttpStatusCode.NotFound, response.StatusCode);
            Error(await EdgeUnderTest.ReadAsync(response));
        }
        using var unknown = await GenerateAsync(Body, "bfl/flux-1-dev");
        Assert.Equal(HttpStatusCode.NotFound, unknown.StatusCode);
        Assert.Contains("bfl/flux-1-dev", Error(await EdgeUnderTest.ReadAsync(unknown)));
    }

    [Fact]
    public async Task Another_account_s_job_is_none()
    {
        var job = await SubmitAsync();
        using var bob = edge.ClientOf(EdgeUnderTest.BobKey);
        Assert.Equal(HttpStatusCode.NotFound, (await bob.GetAsync($"/jobs/{Uuid(job)}")).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await bob.DeleteAsync($"/jobs/{Uuid(job)}")).StatusCode);
        Assert.Equal("queued", (await ReadAsync(job)).GetProperty("status").GetString());
    }

    [Fact]
    public async Task Delete_cancels_an_open_job_and_removes_the_images_of_an_ended_one()
    {
        var open = await SubmitAsync();
        Assert.Equal(HttpStatusCode.OK, (await edge.Client.DeleteAsync($"/jobs/{Uuid(open)}")).StatusCode);
        Assert.Equal("cancelled", (await ReadAsync(open)).GetProperty("status").GetString());

        var ended = await SubmitAsync();
        await edge.CompleteAsync(Id(ended));
        using var response = await edge.Client.DeleteAsync($"/jobs/{Uuid(ended)}");
        var answer = await EdgeUnderTest.ReadAsync(response);
        Assert.Equal((Uuid(ended), true), (answer.GetProperty("job_id").GetString(), answer.GetProperty("deleted").GetBoolean()));
        Assert.Empty((await ReadAsync(ended)).GetProperty("result").GetProperty("urls").EnumerateArray());
    }

    [Fact]
    public async Task Pages_go_on_from_a_time_and_can_be_narrowed_by_state()
    {
        var mine = new List<string>();
        for (var i = 0; i < 5; i++) mine.Add(Uuid(await SubmitAsync()));
        await edge.Client.DeleteAsync($"/jobs/{mine[0]}");

        var seen = new List<string>();
        string? cursor = null;
        do
        {
            var page = await GetAsync("/jobs?limit=2" + (cursor is null ? "" : "&cursor=" + Uri.EscapeDataString(cursor)));
            seen.AddRange(page.GetProperty("items").EnumerateArray().Select(Uuid));
            cursor = page.GetProperty("next_cursor").GetString();
        }
        while (cursor is not null);
        Assert.Equal(seen.Distinct(), seen);
        Assert.Equal(Enumerable.Reverse(mine), seen.Where(mine.Contains));

        var cancelled = await GetAsync("/jobs?status=cancelled,failed&types=externalImage");
        Assert.All(cancelled.GetProperty("items").EnumerateArray(), j => Assert.Contains(j.GetProperty("status").GetString(), (string[])["cancelled", "failed"]));
        Assert.Contains(mine[0], cancelled.GetProperty("items").EnumerateArray().Select(Uuid));
        Assert.Empty((await GetAsync("/jobs?types=externalVideo")).GetProperty("items").EnumerateArray());
        foreach (var bad in new[] { "limit=0", "limit=1001", "cursor=yesterday", "status=done", "page=2" })
            Assert.Equal(HttpStatusCode.BadRequest, (await edge.Client.GetAsync("/jobs?" + bad)).StatusCode);
    }

    [Fact]
    public async Task A_tier_that_is_going_is_announced_and_one_that_has_gone_says_what_to_ask_for()
    {
        using var going = await GenerateAsync(Body, CompatibleEdge.Going);
        Assert.Equal(HttpStatusCode.OK, going.StatusCode);
        Assert.True(going.Headers.Contains("Deprecation") && going.Headers.Contains("Sunset"));

        using var gone = await GenerateAsync(Body, CompatibleEdge.Gone);
        Assert.Equal(HttpStatusCode.Gone, gone.StatusCode);
        var answer = await EdgeUnderTest.ReadAsync(gone);
        Assert.Equal(["error", "message", "migration_url", "reason", "replacement", "sunset_date"], answer.EnumerateObject().Select(p => p.Name).Order());
        Assert.Equal(("model_unavailable", "deprecated", "2026-01-01", "krea/krea-2/medium"),
            (answer.GetProperty("error").GetString(), answer.GetProperty("reason").GetString(), answer.GetProperty("sunset_date").GetString(), answer.GetProperty("replacement").GetString()));
    }

    [Fact]
    public async Task A_webhook_s_URL_is_judged_with_the_request()
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/generate/image/krea/krea-2/medium")
        {
            Content = new StringContent(Body, Encoding.UTF8, "application/json"), Headers = { { "X-Webhook-URL", "https://169.254.169.254/hook" } },
        };
        using var response = await edge.Client.SendAsync(request);
        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
        Assert.StartsWith("X-Webhook-URL ", Error(await EdgeUnderTest.ReadAsync(response)));
    }

    private async Task<JsonElement> SubmitAsync()
    {
        using var response = await GenerateAsync(Body);
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        return await EdgeUnderTest.ReadAsync(response);
    }

    private Task<HttpResponseMessage> GenerateAsync(string body, string model = "krea/krea-2/medium") =>
        edge.Client.PostAsync("/generate/image/" + model, new StringContent(body, Encoding.UTF8, "application/json"));

    private Task<JsonElement> ReadAsync(JsonElement job) => GetAsync($"/jobs/{Uuid(job)}");

    private async Task<JsonElement> GetAsync(string path)
    {
        using var response = await edge.Client.GetAsync(path);
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        return await EdgeUnderTest.ReadAsync(response);
    }

    private static string Uuid(JsonElement job) => job.GetProperty("job_id").GetString()!;

    private static string Id(JsonElement job) => KreaIds.Parse(Uuid(job), IdPrefix.Generation)!;

    // Exactly one member, a text.
    private static string Error(JsonElement answer) => Assert.Single(answer.EnumerateObject(), p => p.Name == "error" && answer.EnumerateObject().Count() == 1).Value.GetString()!;
}

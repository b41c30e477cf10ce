using System.Net;
using System.Net.ServerSentEvents;
using System.Text;
using System.Text.Json;
using KreaPlatform.Gateway.Jobs;
using KreaPlatform.Gateway.Tests.Edge;

namespace KreaPlatform.Gateway.Tests.Compatible;

/// <summary>OpenAI's image calls over real sockets; the tests are the worker.</summary>
public sealed class OpenAiHttpTests(CompatibleEdge edge) : IClassFixture<CompatibleEdge>
{
    [Fact]
    public async Task A_generation_is_waited_for_and_its_files_sent_along()
    {
        var user = NewUser();
        var call = PostAsync($$"""{"prompt":"a cat","model":"gpt-image-1","n":2,"size":"1024x1024","user":"{{user}}"}""");
        var job = await edge.JobOfAsync(user);
        Assert.Equal((1024, 1024, 8), (job.Request.OutputWidth, job.Request.OutputHeight, job.Request.Upscale));
        await edge.CompleteAsync(job.Id, [1, 2, 3], [4, 5]);
        using var response = await call;
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.Equal(job.Id, Header(response, "X-Generation-Id"));
        Assert.True(response.Headers.Contains("x-request-id"));
        var answer = await EdgeUnderTest.ReadAsync(response);
        Assert.Equal(["AQID", "BAU="], answer.GetProperty("data").EnumerateArray().Select(i => i.GetProperty("b64_json").GetString()));
        Assert.Equal(("1024x1024", "png", "medium", "opaque"), (Text(answer, "size"), Text(answer, "output_format"), Text(answer, "quality"), Text(answer, "background")));
        var usage = answer.GetProperty("usage");
        Assert.Equal(usage.GetProperty("total_tokens").GetInt32(), usage.GetProperty("input_tokens").GetInt32() + usage.GetProperty("output_tokens").GetInt32());
        Assert.Equal(JsonValueKind.Number, usage.GetProperty("input_tokens_details").GetProperty("image_tokens").ValueKind);
    }

    [Fact]
    public async Task Links_are_sent_where_they_are_wanted()
    {
        var user = NewUser();
        var call = PostAsync($$"""{"prompt":"a cat","model":"dall-e-3","user":"{{user}}"}""");
        await edge.CompleteAsync((await edge.JobOfAsync(user)).Id, [1, 2, 3]);
        using var response = await call;
        var image = Assert.Single((await EdgeUnderTest.ReadAsync(response)).GetProperty("data").EnumerateArray());
        Assert.False(image.TryGetProperty("b64_json", out _));
        Assert.Equal([1, 2, 3], await edge.Stranger.GetByteArrayAsync(image.GetProperty("url").GetString()));
    }

    [Theory]
    [InlineData("""{"prompt":"a cat","size":"big"}""", 400, "size", "invalid_value")]
    [InlineData("""{"prompt":"a cat","width":128}""", 400, "width", "unknown_parameter")]
    [InlineData("""{"n":1}""", 400, "prompt", "missing_required_parameter")]
    [InlineData("""{"prompt":"a cat","model":"gpt-5"}""", 404, "model", "model_not_found")]
    [InlineData("""{"prompt":"a cat","model":"krea/krea-2/small"}""", 410, null, "model_not_found")]
    [InlineData("{", 400, null, "malformed_body")]
    public async Task An_error_has_OpenAI_s_four_members(string body, int status, string? param, string code)
    {
        using var response = await PostAsync(body);
        Assert.Equal(status, (int)response.StatusCode);
        var error = (await EdgeUnderTest.ReadAsync(response)).GetProperty("error");
        Assert.Equal(["code", "message", "param", "type"], error.EnumerateObject().Select(p => p.Name).Order());
        Assert.Equal((param, code, "invalid_request_error"), (Text(error, "param"), Text(error, "code"), Text(error, "type")));
        Assert.False(response.Headers.Contains("x-should-retry"));
    }

    [Fact]
    public async Task Without_a_key_the_error_has_the_same_form()
    {
        using var response = await edge.Stranger.PostAsync("/v1/images/generations", Json("""{"prompt":"a cat"}"""));
        Assert.Equal(HttpStatusCode.Unauthorized, response.StatusCode);
        Assert.Equal("invalid_api_key", Text((await EdgeUnderTest.ReadAsync(response)).GetProperty("error"), "code"));
    }

    [Fact]
    public async Task A_job_that_was_accepted_and_failed_is_not_asked_for_again()
    {
        var user = NewUser();
        var call = PostAsync($$"""{"prompt":"a cat","user":"{{user}}"}""");
        var job = await edge.JobOfAsync(user);
        await edge.Get<JobLifecycle>().ApplyAsync(job.Id, new JobSignal.Expire(), default);
        using var response = await call;
        Assert.Equal(HttpStatusCode.GatewayTimeout, response.StatusCode);
        Assert.Equal("false", Header(response, "x-should-retry"));
        Assert.Equal(job.Id, Header(response, "X-Generation-Id"));
        var error = (await EdgeUnderTest.ReadAsync(response)).GetProperty("error");
        Assert.Equal(("deadline_exceeded", "server_error"), (Text(error, "code"), Text(error, "type")));
    }

    [Fact]
    public async Task A_job_whose_caller_has_gone_is_cancelled()
    {
        var user = NewUser();
        using var gone = new CancellationTokenSource();
        var call = edge.Client.PostAsync("/v1/images/generations", Json($$"""{"prompt":"a cat","user":"{{user}}"}"""), gone.Token);
        var job = await edge.JobOfAsync(user);
        await gone.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => call);
        Assert.Equal(JobStatus.Cancelled, (await edge.UntilAsync(job.Id, j => j.Status.HasEnded())).Status);
    }

    [Fact]
    public async Task A_caller_with_an_idempotency_key_finds_the_job_again()
    {
        var user = NewUser();
        using var gone = new CancellationTokenSource();
        var body = $$"""{"prompt":"a cat","user":"{{user}}"}""";
        var call = edge.Client.SendAsync(Keyed(body, user), gone.Token);
        var job = await edge.JobOfAsync(user);
        await gone.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => call);

        HttpResponseMessage again;
        while ((again = await edge.Client.SendAsync(Keyed(body, user), HttpCompletionOption.ResponseHeadersRead, await Completing(job.Id))).StatusCode == HttpStatusCode.Conflict) again.Dispose();
        using (again)
        {
            Assert.Equal(HttpStatusCode.OK, again.StatusCode);
            Assert.Equal(job.Id, Header(again, "X-Generation-Id"));
        }

        async Task<CancellationToken> Completing(string id)
        {
            if ((await edge.Jobs.FindAsync(EdgeUnderTest.Alice, id, default))!.Status == JobStatus.Queued) await edge.CompleteAsync(id, [1]);
            return default;
        }
    }

    [Fact]
    public async Task A_stream_ends_with_the_finished_images()
    {
        var user = NewUser();
        var call = edge.Client.SendAsync(new HttpRequestMessage(HttpMethod.Post, "/v1/images/generations")
        {
            Content = Json($$"""{"prompt":"a cat","stream":true,"partial_images":2,"output_format":"jpeg","user":"{{user}}"}"""),
        }, HttpCompletionOption.ResponseHeadersRead);
        using var response = await call;
        Assert.Equal("text/event-stream", response.Content.Headers.ContentType!.MediaType);
        await edge.CompleteAsync((await edge.JobOfAsync(user)).Id, [1, 2, 3]);
        var (type, data) = Assert.Single(await EventsAsync(response));
        Assert.Equal(("image_generation.completed", "image_generation.completed", "AQID", "jpeg", "128x128"),
            (type, Text(data, "type"), Text(data, "b64_json"), Text(data, "output_format"), Text(data, "size")));
        Assert.True(data.GetProperty("usage").GetProperty("total_tokens").GetInt32() > 0);
    }

    [Fact]
    public async Task A_stream_of_a_job_without_images_ends_with_the_error()
    {
        var user = NewUser();
        using var response = await edge.Client.SendAsync(new HttpRequestMessage(HttpMethod.Post, "/v1/images/generations")
        {
            Content = Json($$"""{"prompt":"a cat","stream":true,"user":"{{user}}"}"""),
        }, HttpCompletionOption.ResponseHeadersRead);
        var job = await edge.JobOfAsync(user);
        await edge.Jobs.CancelAsync(EdgeUnderTest.Alice, job.Id, default);
        var (_, data) = Assert.Single(await EventsAsync(response));
        Assert.Equal("cancelled", Text(data.GetProperty("error"), "code"));
    }

    [Fact]
    public async Task Calls_that_are_not_here_say_so_in_the_same_form()
    {
        using var response = await edge.Client.PostAsync("/v1/images/variations", Json("{}"));
        Assert.Equal(HttpStatusCode.NotFound, response.StatusCode);
        Assert.Equal("not_found", Text((await EdgeUnderTest.ReadAsync(response)).GetProperty("error"), "code"));
    }

    private Task<HttpResponseMessage> PostAsync(string body) => edge.Client.PostAsync("/v1/images/generations", Json(body));

    private static HttpRequestMessage Keyed(string body, string key) =>
        new(HttpMethod.Post, "/v1/images/generations") { Content = Json(body), Headers = { { "Idempotency-Key", $"\"{key}\"" } } };

    private static async Task<List<(string Type, JsonElement Data)>> EventsAsync(HttpResponseMessage response)
    {
        var all = new List<(string, JsonElement)>();
        await foreach (var item in SseParser.Create(await response.Content.ReadAsStreamAsync()).EnumerateAsync()) all.Add((item.EventType, JsonDocument.Parse(item.Data).RootElement));
        return all;
    }

    private static StringContent Json(string body) => new(body, Encoding.UTF8, "application/json");

    private static string NewUser() => "u" + Guid.NewGuid().ToString("n");

    private static string Header(HttpResponseMessage response, string name) => Assert.Single(response.Headers.GetValues(name));

    private static string? Text(JsonElement element, string name) => element.GetProperty(name).GetString();
}

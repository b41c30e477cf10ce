using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using KreaPlatform.Gateway.Jobs;

namespace KreaPlatform.Gateway.Tests.Edge;

public sealed class SubmitHttpTests(EdgeUnderTest edge) : IClassFixture<EdgeUnderTest>
{
    [Fact]
    public async Task A_submit_is_accepted_with_a_place_to_look()
    {
        using var response = await edge.PostAsync("""{"prompt":"a cat","metadata":{"k":"v"},"n":2}""");
        Assert.Equal(HttpStatusCode.Accepted, response.StatusCode);
        Assert.Equal("application/json", response.Content.Headers.ContentType!.MediaType);
        Assert.False(response.Headers.Contains("Preference-Applied"));
        var job = await EdgeUnderTest.ReadAsync(response);
        var id = job.GetProperty("id").GetString()!;
        Assert.Equal(new Uri(edge.Http, $"/v1/generations/{id}"), response.Headers.Location);
        Assert.Equal("generation", job.GetProperty("object").GetString());
        Assert.Equal("queued", job.GetProperty("status").GetString());
        Assert.EndsWith("Z", job.GetProperty("created_at").GetString());
        Assert.Equal(JsonValueKind.Null, job.GetProperty("started_at").ValueKind);
        Assert.True(job.GetProperty("position").GetInt32() >= 1);
        Assert.Equal(0, job.GetProperty("images").GetArrayLength());
        var request = job.GetProperty("request");
        Assert.Equal(("a cat", 2, 20, 128), (request.GetProperty("prompt").GetString(), request.GetProperty("n").GetInt32(),
            request.GetProperty("steps").GetInt32(), request.GetProperty("width").GetInt32()));
        Assert.Equal("v", request.GetProperty("metadata").GetProperty("k").GetString());
        Assert.Equal("png", request.GetProperty("output").GetProperty("format").GetString());
        Assert.InRange(request.GetProperty("seed").GetInt64(), 0, (1L << 53) - 1);

        using var again = await edge.Client.GetAsync(response.Headers.Location);
        Assert.Equal(request.GetRawText(), (await EdgeUnderTest.ReadAsync(again)).GetProperty("request").GetRawText());
    }

    [Fact]
    public async Task Invalid_fields_are_a_problem_and_nothing_is_enqueued()
    {
        var before = (await edge.Jobs.ListAsync(EdgeUnderTest.Alice, new JobFilter(), null, 100, default)).Items.Count;
        using var response = await edge.PostAsync("""{"prompt":"","n":17,"nope":1}""");
        var problem = await ProblemAsync(response, HttpStatusCode.UnprocessableEntity, "/problems/invalid-request");
        Assert.Equal(["/nope", "/prompt", "/n"], problem.GetProperty("errors").EnumerateArray().Select(e => e.GetProperty("pointer").GetString()));
        Assert.All(problem.GetProperty("errors").EnumerateArray(), e =>
        {
            Assert.NotEmpty(e.GetProperty("code").GetString()!);
            Assert.NotEmpty(e.GetProperty("detail").GetString()!);
        });
        Assert.Equal("/v1/generations", problem.GetProperty("instance").GetString());
        Assert.Equal(before, (await edge.Jobs.ListAsync(EdgeUnderTest.Alice, new JobFilter(), null, 100, default)).Items.Count);
    }

    [Theory]
    [InlineData("{\"prompt\": nope}", "application/json", HttpStatusCode.BadRequest, "/problems/malformed-body")]
    [InlineData("", "application/json", HttpStatusCode.BadRequest, "/problems/malformed-body")]
    [InlineData("{}", "text/plain", HttpStatusCode.UnsupportedMediaType, "/problems/unsupported-media-type")]
    [InlineData("{}", "application/x-www-form-urlencoded", HttpStatusCode.UnsupportedMediaType, "/problems/unsupported-media-type")]
    [InlineData("{}", "application/json; charset=utf-16", HttpStatusCode.UnsupportedMediaType, "/problems/unsupported-media-type")]
    [InlineData("{}", null, HttpStatusCode.UnsupportedMediaType, "/problems/unsupported-media-type")]
    [InlineData("{}", "application/json; charset=\"UTF-8\"", HttpStatusCode.UnprocessableEntity, "/problems/invalid-request")]
    public async Task A_body_that_is_no_JSON_is_a_problem(string body, string? type, HttpStatusCode status, string kind)
    {
        var content = new ByteArrayContent(Encoding.UTF8.GetBytes(body));
        content.Headers.ContentType = type is null ? null : MediaTypeHeaderValue.Parse(type);
        using var response = await edge.Client.PostAsync("/v1/generations", content);
        await ProblemAsync(response, status, kind);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_body_over_the_limit_is_a_problem_whether_it_says_its_length_or_not(bool chunked)
    {
        var request = new HttpRequestMessage(HttpMethod.Post, "/v1/generations")
        {
            Content = new StringContent($$"""{"prompt":"{{new string('a', 8 << 20)}}"}""", Encoding.UTF8, "application/json"),
        };
        request.Headers.TransferEncodingChunked = chunked;
        using var response = await edge.Client.SendAsync(request);
        await ProblemAsync(response, HttpStatusCode.RequestEntityTooLarge, "/problems/body-too-large");
    }

    [Fact]
    public async Task An_encoded_body_is_a_problem()
    {
        var content = new StringContent("{}", Encoding.UTF8, "application/json");
        content.Headers.ContentEncoding.Add("gzip");
        using var response = await edge.Client.PostAsync("/v1/generations", content);
        await ProblemAsync(response, HttpStatusCode.UnsupportedMediaType, "/problems/unsupported-media-type");
    }

    [Fact]
    public async Task A_broken_model_is_a_problem_of_ours()
    {
        edge.ReportModels(Models.Nano, Models.Broken);
        using var response = await edge.PostAsync("""{"prompt":"a","model":"krea-2-raw"}""");
        var problem = await ProblemAsync(response, HttpStatusCode.ServiceUnavailable, "/problems/model-unavailable");
        Assert.Contains("vae_decoder.onnx is missing", problem.GetProperty("detail").GetString());
    }

    [Theory]
    [InlineData("/v1/generations", "POST")]
    [InlineData("/v1/generations", "GET")]
    [InlineData("/v1/generations/gen_06f0p8x6d5t7v3m1c2k9qaz4we", "GET")]
    [InlineData("/v1/generations/gen_06f0p8x6d5t7v3m1c2k9qaz4we", "DELETE")]
    [InlineData("/v1/generations/gen_06f0p8x6d5t7v3m1c2k9qaz4we/cancel", "POST")]
    [InlineData("/v1/generations/gen_06f0p8x6d5t7v3m1c2k9qaz4we/events", "GET")]
    [InlineData("/v1/models", "GET")]
    public async Task Nothing_is_told_without_a_key(string path, string method)
    {
        foreach (var client in new[] { edge.Stranger, edge.ClientOf("wrong") })
        {
            using var response = await client.SendAsync(new HttpRequestMessage(new HttpMethod(method), path));
            await ProblemAsync(response, HttpStatusCode.Unauthorized, "/problems/unauthorized");
            Assert.Equal("Bearer", response.Headers.WwwAuthenticate.Single().Scheme);
        }
    }

    [Fact]
    public async Task Unknown_paths_methods_and_failures_are_problems_without_internals()
    {
        using var missing = await edge.Client.GetAsync("/v1/nothing");
        await ProblemAsync(missing, HttpStatusCode.NotFound, "/problems/not-found");
        using var method = await edge.Client.PutAsync("/v1/generations", null);
        await ProblemAsync(method, HttpStatusCode.MethodNotAllowed, "/problems/method-not-allowed");
        Assert.Contains("POST", method.Content.Headers.Allow);
        using var broken = await edge.Client.GetAsync("/broken");
        await ProblemAsync(broken, HttpStatusCode.InternalServerError, "/problems/internal");
        Assert.DoesNotContain("secret", await broken.Content.ReadAsStringAsync());
        using var page = await edge.Stranger.GetAsync("/problems/invalid-request");
        Assert.Contains("JSON pointer", await page.Content.ReadAsStringAsync());
    }

    [Fact]
    public async Task A_submit_that_prefers_to_wait_is_answered_when_the_job_ends()
    {
        var sent = edge.PostAsync("""{"prompt":"wait for me","user":"waiter"}""", prefer: "wait=60");
        string? id = null;
        while (id is null)
        {
            id = (await edge.Jobs.ListAsync(EdgeUnderTest.Alice, new JobFilter(User: "waiter"), null, 1, default)).Items.FirstOrDefault()?.Id;
            await Task.Delay(10);
        }
        Assert.False(sent.IsCompleted);
        await edge.CompleteAsync(id);
        using var response = await sent;
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.Equal("wait=60", response.Headers.GetValues("Preference-Applied").Single());
        Assert.Equal("completed", (await EdgeUnderTest.ReadAsync(response)).GetProperty("status").GetString());
    }

    [Fact]
    public async Task A_wait_that_is_over_before_the_job_is_answered_202()
    {
        using var response = await edge.PostAsync("""{"prompt":"a cat"}""", prefer: "wait=0");
        Assert.Equal(HttpStatusCode.Accepted, response.StatusCode);
        Assert.Equal("wait=0", response.Headers.GetValues("Preference-Applied").Single());
    }

    internal static async Task<JsonElement> ProblemAsync(HttpResponseMessage response, HttpStatusCode status, string type)
    {
        var text = await response.Content.ReadAsStringAsync();
        Assert.True(status == response.StatusCode, $"{response.StatusCode}: {text}");
        Assert.Equal("application/problem+json", response.Content.Headers.ContentType!.MediaType);
        var problem = await EdgeUnderTest.ReadAsync(response);
        Assert.Equal(type, problem.GetProperty("type").GetString());
        Assert.Equal((int)status, problem.GetProperty("status").GetInt32());
        Assert.NotEmpty(problem.GetProperty("title").GetString()!);
        Assert.Equal(response.Headers.GetValues("X-Request-Id").Single(), problem.GetProperty("request_id").GetString());
        return problem;
    }
}

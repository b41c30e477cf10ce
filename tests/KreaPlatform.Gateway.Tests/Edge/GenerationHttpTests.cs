using System.Net;
using System.Text.Json;

namespace KreaPlatform.Gateway.Tests.Edge;

public sealed class GenerationHttpTests(EdgeUnderTest edge) : IClassFixture<EdgeUnderTest>
{
    [Fact]
    public async Task A_completed_generation_shows_its_images_and_receipt()
    {
        var id = await edge.SubmitAsync("""{"prompt":"a cat","n":2,"seed":5}""");
        await edge.CompleteAsync(id, [1, 2, 3], [4, 5, 6]);
        var job = await GetAsync($"/v1/generations/{id}");
        Assert.Equal("completed", job.GetProperty("status").GetString());
        Assert.Equal(JsonValueKind.Null, job.GetProperty("position").ValueKind);
        Assert.Equal(JsonValueKind.Null, job.GetProperty("error").ValueKind);
        Assert.Equal("krea-2-nano", job.GetProperty("receipt").GetProperty("model").GetString());
        Assert.True(job.GetProperty("receipt").GetProperty("times").TryGetProperty("onnx_runtime", out _));
        var images = job.GetProperty("images").EnumerateArray().ToArray();
        Assert.Equal([0, 1], images.Select(i => i.GetProperty("index").GetInt32()));
        Assert.Equal([5, 6], images.Select(i => i.GetProperty("seed").GetInt64()));
        Assert.All(images, i => Assert.StartsWith($"{edge.Http}v1/generations/{id}/images/", i.GetProperty("url").GetString()));
        Assert.All(images, i => Assert.True(i.GetProperty("url_expires_at").GetDateTimeOffset() > DateTimeOffset.UtcNow.AddHours(23)));
    }

    [Theory]
    [InlineData("gen_06f0p8x6d5t7v3m1c2k9qaz4we")]
    [InlineData("gen_1")]
    [InlineData("nonsense")]
    [InlineData("gen_06f0p8x6d5t7v3m1c2k9qaz4w%00")]
    public async Task What_does_not_exist_is_not_found(string id)
    {
        foreach (var (method, path) in new[] { ("GET", ""), ("DELETE", ""), ("POST", "/cancel"), ("GET", "/events") })
        {
            using var response = await edge.Client.SendAsync(new HttpRequestMessage(new HttpMethod(method), $"/v1/generations/{id}{path}"));
            Assert.True(response.StatusCode is HttpStatusCode.NotFound or HttpStatusCode.BadRequest, $"{method} {path}: {response.StatusCode}");
        }
    }

    [Fact]
    public async Task Another_accounts_generation_is_as_good_as_none()
    {
        var id = await edge.SubmitAsync();
        using var bob = edge.ClientOf(EdgeUnderTest.BobKey);
        foreach (var (method, path) in new[] { ("GET", ""), ("DELETE", ""), ("POST", "/cancel"), ("GET", "/events") })
        {
            using var response = await bob.SendAsync(new HttpRequestMessage(new HttpMethod(method), $"/v1/generations/{id}{path}"));
            await SubmitHttpTests.ProblemAsync(response, HttpStatusCode.NotFound, "/problems/not-found");
        }
        Assert.Equal("queued", (await GetAsync($"/v1/generations/{id}")).GetProperty("status").GetString());
    }

    [Fact]
    public async Task A_cancel_ends_a_generation_once()
    {
        var id = await edge.SubmitAsync();
        using var first = await edge.Client.PostAsync($"/v1/generations/{id}/cancel", null);
        Assert.Equal(HttpStatusCode.OK, first.StatusCode);
        Assert.Equal("cancelled", (await EdgeUnderTest.ReadAsync(first)).GetProperty("status").GetString());
        using var second = await edge.Client.PostAsync($"/v1/generations/{id}/cancel", null);
        var problem = await SubmitHttpTests.ProblemAsync(second, HttpStatusCode.Conflict, "/problems/already-ended");
        Assert.Contains("cancelled", problem.GetProperty("detail").GetString());
    }

    [Fact]
    public async Task A_delete_removes_the_bytes_and_keeps_the_account_of_them()
    {
        var id = await edge.SubmitAsync();
        await edge.CompleteAsync(id, [7, 7, 7]);
        var url = (await GetAsync($"/v1/generations/{id}")).GetProperty("images")[0].GetProperty("url").GetString();
        using var deleted = await edge.Client.DeleteAsync($"/v1/generations/{id}");
        Assert.Equal(HttpStatusCode.OK, deleted.StatusCode);
        var job = await GetAsync($"/v1/generations/{id}");
        Assert.Equal("completed", job.GetProperty("status").GetString());
        Assert.Equal(JsonValueKind.Object, job.GetProperty("receipt").ValueKind);
        var image = job.GetProperty("images")[0];
        Assert.Equal("deleted", image.GetProperty("status").GetString());
        Assert.Equal(JsonValueKind.Null, image.GetProperty("url").ValueKind);
        using var download = await edge.Stranger.GetAsync(url);
        await SubmitHttpTests.ProblemAsync(download, HttpStatusCode.Gone, "/problems/gone");
    }

    [Fact]
    public async Task A_get_that_prefers_to_wait_is_answered_when_the_job_ends()
    {
        var id = await edge.SubmitAsync();
        var request = new HttpRequestMessage(HttpMethod.Get, $"/v1/generations/{id}");
        request.Headers.Add("Prefer", "wait=60");
        var sent = edge.Client.SendAsync(request);
        await edge.CompleteAsync(id);
        using var response = await sent;
        Assert.Equal("wait=60", response.Headers.GetValues("Preference-Applied").Single());
        Assert.Equal("completed", (await EdgeUnderTest.ReadAsync(response)).GetProperty("status").GetString());
    }

    [Fact]
    public async Task A_list_is_walked_page_by_page_while_new_generations_come_in()
    {
        var ids = new List<string>();
        for (var i = 0; i < 5; i++) ids.Add(await edge.SubmitAsync("""{"prompt":"a","user":"pager"}"""));
        ids.Reverse();
        var seen = new List<string>();
        var next = "/v1/generations?user=pager&limit=2";
        while (true)
        {
            var page = await GetAsync(next);
            seen.AddRange(page.GetProperty("items").EnumerateArray().Select(j => j.GetProperty("id").GetString()!));
            if (page.GetProperty("next_cursor").GetString() is not { } cursor) break;
            await edge.SubmitAsync("""{"prompt":"a","user":"pager"}""");
            next = $"/v1/generations?user=pager&limit=2&cursor={cursor}";
        }
        Assert.Equal(ids, seen);
    }

    [Fact]
    public async Task A_list_is_narrowed()
    {
        var open = await edge.SubmitAsync("""{"prompt":"a","user":"filter"}""");
        var ended = await edge.SubmitAsync("""{"prompt":"a","user":"filter"}""");
        using (await edge.Client.PostAsync($"/v1/generations/{ended}/cancel", null)) { }
        Assert.Equal([ended], await IdsAsync("user=filter&status=cancelled"));
        Assert.Equal([open], await IdsAsync("user=filter&status=queued&model=krea-2-nano"));
        Assert.Empty(await IdsAsync("user=filter&model=other"));
        Assert.Empty(await IdsAsync("user=filter&created_before=2020-01-01T00:00:00Z"));
        Assert.Equal(2, (await IdsAsync("user=filter&created_after=2020-01-01T00:00:00%2B02:00")).Length);
    }

    [Theory]
    [InlineData("limit=0", "limit")]
    [InlineData("limit=101", "limit")]
    [InlineData("limit=x", "limit")]
    [InlineData("limit=1&limit=2", "limit")]
    [InlineData("cursor=nonsense", "cursor")]
    [InlineData("cursor=", "cursor")]
    [InlineData("status=done", "status")]
    [InlineData("status=Queued", "status")]
    [InlineData("created_after=yesterday", "created_after")]
    [InlineData("stauts=queued", "'stauts'")]
    public async Task A_bad_parameter_is_named(string query, string parameter)
    {
        using var response = await edge.Client.GetAsync($"/v1/generations?{query}");
        var problem = await SubmitHttpTests.ProblemAsync(response, HttpStatusCode.BadRequest, "/problems/invalid-parameter");
        Assert.Equal(parameter, Assert.Single(problem.GetProperty("errors").EnumerateArray()).GetProperty("parameter").GetString());
    }

    [Fact]
    public async Task Models_are_listed_with_what_they_can_do()
    {
        edge.ReportModels(Models.Nano, Models.Broken);
        var models = (await GetAsync("/v1/models")).GetProperty("items").EnumerateArray().ToDictionary(m => m.GetProperty("id").GetString()!);
        Assert.True(models["krea-2-nano"].GetProperty("available").GetBoolean());
        Assert.Equal(128, models["krea-2-nano"].GetProperty("aspect_ratios").GetProperty("1:1")[0].GetInt32());
        Assert.Equal("vae_decoder.onnx is missing", models["krea-2-raw"].GetProperty("reason").GetString());
        Assert.Equal("model", (await GetAsync("/v1/models/krea-2-raw")).GetProperty("object").GetString());
        using var missing = await edge.Client.GetAsync("/v1/models/krea-9");
        await SubmitHttpTests.ProblemAsync(missing, HttpStatusCode.NotFound, "/problems/not-found");
    }

    private async Task<string[]> IdsAsync(string query) =>
        [.. (await GetAsync($"/v1/generations?{query}")).GetProperty("items").EnumerateArray().Select(j => j.GetProperty("id").GetString()!)];

    private async Task<JsonElement> GetAsync(string path)
    {
        using var response = await edge.Client.GetAsync(path);
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        return await EdgeUnderTest.ReadAsync(response);
    }
}

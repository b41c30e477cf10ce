using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using KreaPlatform.EndToEnd.Tests.Platform;

namespace KreaPlatform.EndToEnd.Tests;

/// <summary>A generation from submission to download, over HTTP, with the model that ships.</summary>
public sealed class GenerationTests(ServingPlatform platform) : IClassFixture<ServingPlatform>
{
    private HttpClient Http => platform.Http;

    [Fact]
    public async Task A_watcher_sees_the_queue_the_start_every_step_and_the_end()
    {
        // A job in front gives the watched one a place in the queue; one before that, a figure for the ETA.
        await Http.EndedAsync((await Http.SubmitAsync(Calls.ShortRequest)).Text("id"));
        var front = (await Http.SubmitAsync(Calls.LongRequest)).Text("id");
        await Http.FirstStepAsync(front);
        var id = (await Http.SubmitAsync(new { prompt = "a red car", steps = 6, n = 2 })).Text("id");

        var seen = new List<Seen>();
        await foreach (var item in Http.EventsAsync(id))
        {
            seen.Add(item);
            if (item.Type == "generation.queued") await Http.CancelAsync(front);
        }

        Assert.Equal("generation.queued", seen[0].Type);
        Assert.Equal(1, seen[0].Data.GetProperty("position").GetInt32());
        Assert.True(seen[0].Data.GetProperty("eta_seconds").GetDouble() > 0);
        var transitions = seen.Where(e => e.Type is not ("generation.step" or "generation.preview" or "generation.position")).ToList();
        Assert.Equal(["generation.queued", "generation.started", "generation.completed"], transitions.Select(e => e.Type));
        Assert.Equal([1, 2, 3], transitions.Select(e => e.Number));
        Assert.Equal([1, 2, 3, 4, 5, 6], seen.Where(e => e.Type == "generation.step").Select(e => e.Data.GetProperty("step").GetInt32()));
        Assert.Equal("completed", seen[^1].Data.Text("status"));
    }

    [Fact]
    public async Task Every_image_of_a_job_is_another_picture_and_downloads_without_the_key()
    {
        var id = (await Http.SubmitAsync(new { prompt = "a cat riding a bicycle", n = 4, steps = 8, seed = 41 })).Text("id");
        var generation = await Http.EndedAsync(id);
        Assert.Equal("completed", generation.Text("status"));

        using var anonymous = new HttpClient();
        var files = new List<string>();
        foreach (var image in generation.GetProperty("images").EnumerateArray())
        {
            using var answer = await anonymous.GetAsync(image.Text("url"));
            Assert.Equal("image/png", answer.Content.Headers.ContentType?.MediaType);
            var bytes = await answer.Content.ReadAsByteArrayAsync();
            Assert.Equal((image.GetProperty("width").GetInt32(), image.GetProperty("height").GetInt32()), Calls.PngSize(bytes));
            files.Add(Convert.ToHexString(System.Security.Cryptography.SHA256.HashData(bytes)));
        }
        Assert.Equal(4, files.Distinct().Count());
        Assert.Equal([41L, 42, 43, 44], generation.GetProperty("images").EnumerateArray().Select(i => i.GetProperty("seed").GetInt64()));
    }

    [Fact]
    public async Task The_same_request_and_seed_give_the_same_bytes()
    {
        var request = new { prompt = "an owl in the snow", steps = 5, seed = 1234, reproducible = true };
        var bytes = new List<byte[]>();
        for (var i = 0; i < 2; i++)
        {
            var generation = await Http.EndedAsync((await Http.SubmitAsync(request)).Text("id"));
            bytes.Add(await Http.GetByteArrayAsync(generation.GetProperty("images")[0].Text("url")));
        }
        Assert.Equal(bytes[0], bytes[1]);
    }

    [Fact]
    public async Task The_receipt_accounts_for_the_job_and_says_when_a_prompt_was_cut()
    {
        var prompt = string.Join(' ', Enumerable.Repeat("a cat riding a bicycle beside a dog", 20));
        var cut = await Http.EndedAsync((await Http.SubmitAsync(new { prompt, steps = 3 })).Text("id"));
        var whole = await Http.EndedAsync((await Http.SubmitAsync(Calls.ShortRequest)).Text("id"));

        var receipt = cut.GetProperty("receipt");
        Assert.Equal("krea-2-nano", receipt.Text("model"));
        Assert.Equal(64, receipt.Text("bundle").Length);
        Assert.True(receipt.GetProperty("times").GetProperty("denoise").GetDouble() > 0);
        Assert.True(receipt.GetProperty("images")[0].GetProperty("truncated").GetBoolean());
        Assert.True(receipt.GetProperty("images")[0].GetProperty("prompt_tokens").GetInt32() > 100);
        Assert.Equal(prompt, cut.GetProperty("request").Text("prompt"));
        Assert.False(whole.GetProperty("receipt").GetProperty("images")[0].GetProperty("truncated").GetBoolean());
    }

    [Fact]
    public async Task A_submitted_job_is_in_the_list_and_at_its_location()
    {
        using var answer = await Http.PostAsJsonAsync("v1/generations", Calls.ShortRequest);
        Assert.Equal(HttpStatusCode.Accepted, answer.StatusCode);
        var id = (await answer.Content.ReadFromJsonAsync<JsonElement>()).Text("id");
        var there = await Http.GetFromJsonAsync<JsonElement>(answer.Headers.Location);
        Assert.Equal(id, there.Text("id"));
        await Http.EndedAsync(id);

        var list = await Http.GetFromJsonAsync<JsonElement>("v1/generations?status=completed&model=krea-2-nano");
        Assert.Contains(list.GetProperty("items").EnumerateArray(), item => item.Text("id") == id);
    }

    [Fact]
    public async Task A_caller_may_wait_for_the_images_in_one_call()
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "v1/generations")
        {
            Headers = { { "Prefer", "wait=60" } }, Content = JsonContent.Create(Calls.ShortRequest),
        };
        using var answer = await Http.SendAsync(request);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        var generation = await answer.Content.ReadFromJsonAsync<JsonElement>();
        Assert.Equal("completed", generation.Text("status"));
        Assert.NotEmpty(await Http.GetByteArrayAsync(generation.GetProperty("images")[0].Text("url")));
    }

    [Fact]
    public async Task The_models_and_the_description_of_the_API_are_served()
    {
        var models = await Http.GetFromJsonAsync<JsonElement>("v1/models");
        var nano = Assert.Single(models.GetProperty("items").EnumerateArray(), m => m.Text("id") == "krea-2-nano");
        Assert.True(nano.GetProperty("available").GetBoolean());

        var description = await Http.GetFromJsonAsync<JsonElement>("openapi.json");
        Assert.StartsWith("3.1", description.Text("openapi"));
        Assert.True(description.GetProperty("paths").GetProperty("/v1/generations").TryGetProperty("post", out _));
        Assert.Contains("swagger", await Http.GetStringAsync("swagger/index.html"), StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public async Task Nothing_is_told_without_the_key()
    {
        using var anonymous = new HttpClient { BaseAddress = Http.BaseAddress };
        using var submitted = await anonymous.PostAsJsonAsync("v1/generations", Calls.ShortRequest);
        Assert.Equal(HttpStatusCode.Unauthorized, submitted.StatusCode);
        using var listed = await anonymous.GetAsync("v1/generations");
        Assert.Equal(HttpStatusCode.Unauthorized, listed.StatusCode);
    }
}

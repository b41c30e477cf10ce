using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using KreaPlatform.EndToEnd.Tests.Platform;

namespace KreaPlatform.EndToEnd.Tests;

/// <summary>What steers an image, from the public API to the pixels and back in the receipt.</summary>
public sealed class StyleControlTests(ServingPlatform platform) : IClassFixture<ServingPlatform>
{
    private HttpClient Http => platform.Http;

    [Fact]
    public async Task References_do_what_their_influence_says_and_at_zero_exactly_nothing()
    {
        var (ink, vhs) = (await Http.UploadAsync(Examples.Picture("ink-and-grain", 0)), await Http.UploadAsync(Examples.Picture("late-night-vhs", 0)));
        async Task<(JsonElement Generation, byte[] Picture)> With(params object[] references) =>
            await MadeAsync(new { prompt = "a fox wearing a top hat", steps = 6, seed = 7, creativity = "raw", reproducible = true, references });

        var plain = await With();
        var none = await With(new { image = ink, influence = 0 });
        Assert.Equal(plain.Picture, none.Picture);
        Assert.Equal(0, Sources(none.Generation)[0].GetProperty("measured").GetDouble());

        var both = await With(new { image = ink, influence = 0.8 }, new { image = vhs, influence = -0.5 });
        Assert.NotEqual(plain.Picture, both.Picture);
        var sources = Sources(both.Generation);
        Assert.Equal([("reference", ink, 0.8), ("reference", vhs, -0.5)],
            sources.Select(s => (s.Text("kind"), s.Text("id"), s.GetProperty("applied").GetDouble())));
        Assert.All(sources, s => Assert.InRange(s.GetProperty("measured").GetDouble(), 0.001, 0.999));
        Assert.Equal(2, both.Generation.GetProperty("receipt").GetProperty("images")[0].GetProperty("gram").GetArrayLength());
        Assert.DoesNotContain("vectors", both.Generation.GetRawText());
    }

    [Fact]
    public async Task A_style_and_a_board_share_what_they_did_among_their_images()
    {
        var images = await Task.WhenAll(Enumerable.Range(0, 3).Select(i => Http.UploadAsync(Examples.Picture("two-ink-prints", i))));
        using var made = await Http.PostAsJsonAsync("v1/styles", new { name = "two inks", images });
        var style = (await made.Content.ReadFromJsonAsync<JsonElement>()).Text("id");
        var (generation, _) = await MadeAsync(new
        {
            prompt = "a teapot", steps = 4, styles = new[] { new { id = style, strength = 1.0 } },
            moodboards = new[] { new { images = images.Select(image => new { image, weight = image == images[0] ? 2 : 1 }), strength = 1.0 } },
        });
        var (one, board) = (Sources(generation)[0], Sources(generation)[1]);
        Assert.Equal(("style", style, "moodboard"), (one.Text("kind"), one.Text("id"), board.Text("kind")));
        Assert.Equal(images, one.GetProperty("items").EnumerateArray().Select(i => i.Text("asset")));
        var parts = board.GetProperty("items").EnumerateArray().Select(i => i.GetProperty("measured").GetDouble()).ToArray();
        Assert.Equal(board.GetProperty("measured").GetDouble(), parts.Sum(), 1e-9);
        Assert.Equal(2, parts[0] / parts[1], 1e-6);
    }

    [Fact]
    public async Task A_job_tells_each_images_prompt_and_how_much_they_differ()
    {
        var (generation, _) = await MadeAsync(new { prompt = "a cat", n = 4, steps = 4, seed = 3, creativity = "high", diversity = 0.5, movement = 80 });
        var prompts = generation.GetProperty("images").EnumerateArray().Select(i => i.Text("prompt")).ToArray();
        Assert.All(prompts, prompt => Assert.StartsWith("a cat", prompt));
        Assert.Equal(4, prompts.Distinct().Count());
        var diversity = generation.GetProperty("receipt").GetProperty("diversity");
        Assert.InRange(diversity.GetProperty("style").GetDouble(), 1, 4);
        Assert.InRange(diversity.GetProperty("content").GetDouble(), 1, 4);
        // The model that ships has no words for motion, and says so.
        Assert.Equal(["movement"], generation.GetProperty("receipt").GetProperty("without_effect").EnumerateArray().Select(e => e.GetString()));
    }

    [Theory]
    [InlineData("16:9", 4, 512, 288)]
    [InlineData("2.35:1", 2, 256, 109)]
    [InlineData("4:5", 1, 96, 120)]
    public async Task An_aspect_ratio_is_exact_to_the_pixel(string ratio, int upscale, int width, int height)
    {
        var (generation, picture) = await MadeAsync(new { prompt = "a red car", steps = 3, aspect_ratio = ratio, upscale });
        Assert.Equal((width, height), Calls.PngSize(picture));
        Assert.Equal(width, generation.GetProperty("images")[0].GetProperty("width").GetInt32());
        Assert.Equal(height, generation.GetProperty("request").GetProperty("output_height").GetInt32());
    }

    [Fact]
    public async Task An_image_leads_to_variations_enlargements_and_the_same_again()
    {
        var (original, picture) = await MadeAsync(new { prompt = "an owl", steps = 5, seed = 11, creativity = "medium", aspect_ratio = "16:9", reproducible = true });
        var id = original.Text("id");

        var rerun = await DerivedAsync($"{id}/rerun", new { });
        Assert.Equal(picture, await Http.GetByteArrayAsync(rerun.GetProperty("images")[0].Text("url")));
        Assert.Equal((id, "rerun"), (rerun.GetProperty("parent").Text("id"), rerun.GetProperty("parent").Text("relation")));

        var enlarged = await DerivedAsync($"{id}/images/0/upscale", new { factor = 4 });
        Assert.Equal((512, 288), Calls.PngSize(await Http.GetByteArrayAsync(enlarged.GetProperty("images")[0].Text("url"))));
        Assert.Equal(0, enlarged.GetProperty("receipt").GetProperty("images")[0].GetProperty("steps").GetInt32());
        // What was enlarged can be enlarged once more, at a size that no model draws.
        var again = await DerivedAsync($"{enlarged.Text("id")}/images/0/upscale", new { factor = 2 });
        Assert.Equal((1024, 576), Calls.PngSize(await Http.GetByteArrayAsync(again.GetProperty("images")[0].Text("url"))));

        var varied = await DerivedAsync($"{id}/images/0/variations", new { n = 2, strength = 0.5 });
        Assert.Equal([original.GetProperty("images")[0].Text("prompt")], varied.GetProperty("images").EnumerateArray().Select(i => i.Text("prompt")).Distinct());
        Assert.Equal((128, 72), Calls.PngSize(await Http.GetByteArrayAsync(varied.GetProperty("images")[1].Text("url"))));
        Assert.Equal(3, varied.GetProperty("receipt").GetProperty("images")[0].GetProperty("steps").GetInt32());
    }

    [Fact]
    public async Task Strength_zero_returns_the_source_and_a_mask_keeps_what_is_black()
    {
        var source = await Http.UploadAsync(Examples.Picture("paper-and-water", 0));
        var (_, returned) = await MadeAsync(new { prompt = "x", image = source, strength = 0 });
        var (generation, _) = await MadeAsync(new { prompt = "a castle", steps = 4, image = source, mask = source });
        Assert.Equal((128, 128), Calls.PngSize(returned));
        Assert.Equal(1, generation.GetProperty("request").GetProperty("strength").GetDouble());
        Assert.Equal(source, generation.GetProperty("request").Text("image"));
    }

    [Fact]
    public async Task A_prompt_that_is_not_allowed_makes_no_job()
    {
        using var answer = await Http.PostAsJsonAsync("v1/generations", new { prompt = "a decapitated knight" });
        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        var problem = await answer.Content.ReadFromJsonAsync<JsonElement>();
        Assert.Equal("/problems/prompt-refused", problem.Text("type"));
        Assert.Equal("prompt_violence", problem.GetProperty("errors")[0].Text("code"));
    }

    [Fact]
    public async Task What_the_filter_refuses_is_made_and_neither_kept_nor_shown()
    {
        using var folder = new TemporaryFolder();
        await using var strict = await ServingPlatform.StartAsync(folder.File("data"), new Dictionary<string, string> { ["Safety__RefuseAt"] = "0" });
        var generation = await strict.Http.EndedAsync((await strict.Http.SubmitAsync(new { prompt = "a cat", n = 2, steps = 2 })).Text("id"));
        Assert.Equal("refused", generation.Text("status"));
        Assert.Equal("output_refused", generation.GetProperty("error").Text("code"));
        Assert.All(generation.GetProperty("images").EnumerateArray(), image => Assert.Equal(("refused", "unsafe_image", null), (image.Text("status"), image.Text("code"), image.Text("url"))));
        Assert.Empty(Directory.EnumerateFiles(Path.Combine(folder.File("data"), "blobs"), "*", SearchOption.AllDirectories));
    }

    private static JsonElement[] Sources(JsonElement generation) =>
        [.. generation.GetProperty("receipt").GetProperty("images")[0].GetProperty("sources").EnumerateArray()];

    private async Task<(JsonElement Generation, byte[] Picture)> MadeAsync(object request)
    {
        var generation = await Http.EndedAsync((await Http.SubmitAsync(request)).Text("id"));
        Assert.True(generation.Text("status") == "completed", generation.GetRawText());
        return (generation, await Http.GetByteArrayAsync(generation.GetProperty("images")[0].Text("url")));
    }

    private async Task<JsonElement> DerivedAsync(string path, object body)
    {
        using var answer = await Http.PostAsJsonAsync($"v1/generations/{path}", body);
        Assert.Equal(HttpStatusCode.Accepted, answer.StatusCode);
        var generation = await Http.EndedAsync((await answer.Content.ReadFromJsonAsync<JsonElement>()).Text("id"));
        Assert.True(generation.Text("status") == "completed", generation.GetRawText());
        return generation;
    }
}

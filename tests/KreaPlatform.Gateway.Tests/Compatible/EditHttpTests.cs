using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using KreaPlatform.Gateway.Tests.Assets;
using KreaPlatform.Gateway.Tests.Edge;

namespace KreaPlatform.Gateway.Tests.Compatible;

/// <summary>OpenAI's edits, and assets and styles in Krea's form, over real sockets.</summary>
public sealed class EditHttpTests(CompatibleEdge edge) : IClassFixture<CompatibleEdge>
{
    // 16 x 16 pixels, the right half transparent.
    private const string HalfMask = "iVBORw0KGgoAAAANSUhEUgAAABAAAAAQCAYAAAAf8/9hAAAAGUlEQVR42mP4Txgw4MMMowaMGjBqwHAxAAAKEnyuMOhfmgAAAABJRU5ErkJggg==";

    [Fact]
    public async Task A_form_s_files_become_what_the_job_starts_from_and_is_led_by()
    {
        var user = "u" + Guid.NewGuid().ToString("n");
        using var form = new MultipartFormDataContent
        {
            { new StringContent("a dog in the snow"), "prompt" }, { new StringContent("2"), "n" }, { new StringContent(user), "user" },
            { File(Uploads.Png()), "image[]", "dog.png" }, { File(Uploads.Png(24, 24)), "image[]", "ink.png" }, { File(Convert.FromBase64String(HalfMask)), "mask", "mask.png" },
        };
        var call = edge.Client.PostAsync("/v1/images/edits", form);
        var job = await edge.JobOfAsync(user);
        Assert.Equal(2, job.Request.N);
        Assert.StartsWith("ast_", job.Request.Image);
        Assert.Single(job.Request.References);
        // The mask is white where the file was transparent.
        var mask = await edge.Blobs.OpenAsync(job.Sources!.Edit!.Mask!);
        using var pixels = SkiaSharp.SKBitmap.Decode(mask);
        Assert.Equal((0, 255), (pixels.GetPixel(3, 3).Red, pixels.GetPixel(12, 3).Red));
        await edge.CompleteAsync(job.Id, [1], [2]);
        using var response = await call;
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.True((await EdgeUnderTest.ReadAsync(response)).GetProperty("usage").GetProperty("input_tokens_details").GetProperty("image_tokens").GetInt32() > 0);
    }

    [Fact]
    public async Task An_edit_in_JSON_takes_data_URIs_and_assets()
    {
        var user = "u" + Guid.NewGuid().ToString("n");
        var body = JsonSerializer.Serialize(new
        {
            prompt = "a dog", user, images = new[] { new { image_url = "data:image/png;base64," + Convert.ToBase64String(Uploads.Png()) } },
            mask = new { image_url = "data:image/png;base64," + HalfMask },
        });
        var call = edge.Client.PostAsync("/v1/images/edits", new StringContent(body, Encoding.UTF8, "application/json"));
        var job = await edge.JobOfAsync(user);
        using var pixels = SkiaSharp.SKBitmap.Decode(await edge.Blobs.OpenAsync(job.Sources!.Edit!.Mask!));
        Assert.Equal((0, 255), (pixels.GetPixel(3, 3).Red, pixels.GetPixel(12, 3).Red));
        await edge.Jobs.CancelAsync(EdgeUnderTest.Alice, job.Id, default);
        using var response = await call;
        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
    }

    [Fact]
    public async Task A_bad_form_says_what_is_wrong_in_OpenAI_s_words()
    {
        foreach (var (form, param) in new (MultipartFormDataContent, string?)[]
        {
            (new() { { new StringContent("a dog"), "prompt" } }, "image"),
            (new() { { new StringContent("a dog"), "prompt" }, { File(Encoding.UTF8.GetBytes("<html>")), "image", "a.png" } }, "image"),
            (new() { { new StringContent("a dog"), "prompt" }, { File(Uploads.Png()), "image", "a.png" }, { File(Uploads.Png()), "video", "a.png" } }, "video"),
            (new() { { new StringContent("a dog"), "prompt" }, { File(Uploads.Png()), "image", "a.png" }, { new StringContent("many"), "n" } }, "n"),
        })
        {
            using var response = await edge.Client.PostAsync("/v1/images/edits", form);
            Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
            Assert.Equal(param, (await EdgeUnderTest.ReadAsync(response)).GetProperty("error").GetProperty("param").GetString());
        }
    }

    [Fact]
    public async Task An_asset_is_uploaded_used_listed_and_deleted_in_Krea_s_form()
    {
        using var form = new MultipartFormDataContent { { File(Uploads.Png(40, 30)), "file", "a.png" }, { new StringContent("a style"), "description" } };
        using var created = await edge.Client.PostAsync("/assets", form);
        Assert.Equal(HttpStatusCode.OK, created.StatusCode);
        var asset = await EdgeUnderTest.ReadAsync(created);
        Assert.Equal(["description", "height", "id", "image_url", "metadata", "mime_type", "size_bytes", "uploaded_at", "width"], asset.EnumerateObject().Select(p => p.Name).Order());
        var (id, url) = (asset.GetProperty("id").GetString(), asset.GetProperty("image_url").GetString());
        Assert.True(Guid.TryParse(id, out _));

        using var generated = await edge.Client.PostAsync("/generate/image/krea/krea-2/medium",
            Uploads.Json(new { prompt = "a bear", aspect_ratio = "1:1", resolution = "1K", image_style_references = new[] { new { url, strength = -0.4 } } }));
        Assert.True(generated.StatusCode == HttpStatusCode.OK, await generated.Content.ReadAsStringAsync());

        var list = await EdgeUnderTest.ReadAsync(await edge.Client.GetAsync("/assets"));
        Assert.Contains(id, list.GetProperty("items").EnumerateArray().Select(a => a.GetProperty("id").GetString()));
        using var deleted = await edge.Client.DeleteAsync($"/assets/{id}");
        Assert.True((await EdgeUnderTest.ReadAsync(deleted)).GetProperty("success").GetBoolean());
        Assert.Equal(HttpStatusCode.NotFound, (await edge.Client.GetAsync($"/assets/{id}")).StatusCode);

        using var html = await edge.Client.PostAsync("/assets", new MultipartFormDataContent { { File(Encoding.UTF8.GetBytes("<html>")), "file", "a.png" } });
        Assert.Equal(HttpStatusCode.BadRequest, html.StatusCode);
        Assert.StartsWith("file ", (await EdgeUnderTest.ReadAsync(html)).GetProperty("error").GetString());
    }

    [Fact]
    public async Task Styles_are_read_in_Krea_s_form_and_used_by_their_UUID()
    {
        var source = await edge.NewAssetAsync(Uploads.Png(33, 33));
        using var made = await edge.Client.PostAsync("/v1/styles", Uploads.Json(new { name = "ink", images = new[] { source.Id() }, visibility = "shared" }));
        var title = (await EdgeUnderTest.ReadAsync(await edge.Client.GetAsync("/styles"))).GetProperty("items")[0];
        Assert.Equal(("ink", true), (title.GetProperty("title").GetString(), title.GetProperty("public").GetBoolean()));
        var id = title.GetProperty("id").GetString();

        using var bob = edge.ClientOf(EdgeUnderTest.BobKey);
        var shared = await EdgeUnderTest.ReadAsync(await bob.GetAsync("/styles?filter=community"));
        Assert.Equal(id, shared.GetProperty("items")[0].GetProperty("id").GetString());
        Assert.Empty(shared.GetProperty("items")[0].GetProperty("urls").EnumerateArray());
        Assert.Empty((await EdgeUnderTest.ReadAsync(await bob.GetAsync("/styles"))).GetProperty("items").EnumerateArray());
        Assert.Equal(HttpStatusCode.BadRequest, (await bob.GetAsync("/styles?filter=mine")).StatusCode);

        using var generated = await bob.PostAsync("/generate/image/krea/krea-2/large",
            Uploads.Json(new { prompt = "a bear", aspect_ratio = "1:1", resolution = "1K", styles = new[] { new { id, strength = 0.8 } } }));
        Assert.True(generated.StatusCode == HttpStatusCode.OK, await generated.Content.ReadAsStringAsync());
    }

    private static ByteArrayContent File(byte[] bytes) => new(bytes) { Headers = { ContentType = new MediaTypeHeaderValue("image/png") } };
}

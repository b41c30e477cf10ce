using System.Net;
using System.Text.Json;
using KreaPlatform.Gateway.Styles;
using KreaPlatform.Gateway.Tests.Assets;
using KreaPlatform.Gateway.Tests.Edge;

namespace KreaPlatform.Gateway.Tests.Styles;

public sealed class StyleHttpTests(EdgeUnderTest edge) : IClassFixture<EdgeUnderTest>
{
    [Fact]
    public async Task A_style_is_made_of_images_and_keeps_its_sources()
    {
        var asset = await edge.NewAssetAsync(Uploads.Png());
        var style = await NewAsync(new { name = "ink", images = new[] { asset.Id(), Data() }, weights = new[] { 2, 0.5 } });
        Assert.Equal(("style", "ink", "private", 2), (style.GetProperty("object").GetString(), style.GetProperty("name").GetString(),
            style.GetProperty("visibility").GetString(), style.GetProperty("image_count").GetInt32()));
        Assert.True(style.GetProperty("own").GetBoolean());
        var images = style.GetProperty("images").EnumerateArray().ToArray();
        Assert.Equal(asset.Id(), images[0].GetProperty("asset").GetString());
        Assert.Equal([2, 0.5], images.Select(i => i.GetProperty("weight").GetDouble()));
        Assert.Equal(HttpStatusCode.OK, (await edge.Stranger.GetAsync(images[1].Url())).StatusCode);
        Assert.Equal("asset", (await edge.AssetAsync(images[1].GetProperty("asset").GetString()!)).GetProperty("object").GetString());

        var found = await edge.Get<StyleService>().FindAsync(EdgeUnderTest.Alice, style.Id(), default);
        Assert.Equal([(asset.Id(), 2.0), (images[1].GetProperty("asset").GetString()!, 0.5)], found!.Images.Select(i => (i.AssetId, i.Weight)));
        Assert.All(found.Images, image => Assert.Equal(64, image.Blob.Length));

        using var read = await edge.Client.GetAsync($"/v1/styles/{style.Id()}");
        Assert.Equal(style.ToString(), (await EdgeUnderTest.ReadAsync(read)).ToString());
        Assert.Equal(1, (await NewAsync(new { name = "plain", images = new[] { asset.Url() } })).GetProperty("images")[0].GetProperty("weight").GetDouble());
    }

    [Fact]
    public async Task An_asset_that_a_style_uses_is_not_deleted()
    {
        var asset = await edge.NewAssetAsync(Uploads.Png());
        var style = await NewAsync(new { name = "ink", images = new[] { asset.Id() } });
        using var refused = await edge.Client.DeleteAsync($"/v1/assets/{asset.Id()}");
        var problem = await SubmitHttpTests.ProblemAsync(refused, HttpStatusCode.Conflict, "/problems/asset-in-use");
        Assert.Contains(style.Id(), problem.GetProperty("detail").GetString());
        Assert.Equal(HttpStatusCode.NoContent, (await edge.Client.DeleteAsync($"/v1/styles/{style.Id()}")).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await edge.Client.GetAsync($"/v1/styles/{style.Id()}")).StatusCode);
        Assert.Equal(HttpStatusCode.NoContent, (await edge.Client.DeleteAsync($"/v1/assets/{asset.Id()}")).StatusCode);
    }

    [Fact]
    public async Task A_shared_style_may_be_used_and_seen_by_everybody_but_not_its_images()
    {
        using var bob = edge.ClientOf(EdgeUnderTest.BobKey);
        var style = await NewAsync(new { name = "ink", images = new[] { Data() } });
        var path = $"/v1/styles/{style.Id()}";
        await NotFoundAsync(await bob.GetAsync(path));
        Assert.Null(await edge.Get<StyleService>().FindAsync(EdgeUnderTest.Bob, style.Id(), default));

        using var shared = await edge.Client.PatchAsync(path, Uploads.Json(new { visibility = "shared", name = "ink on paper" }));
        Assert.Equal(("shared", "ink on paper"), ((await EdgeUnderTest.ReadAsync(shared)) is var now ? (now.GetProperty("visibility").GetString(), now.GetProperty("name").GetString()) : default));
        using var seen = await bob.GetAsync(path);
        var theirs = await EdgeUnderTest.ReadAsync(seen);
        Assert.False(theirs.GetProperty("own").GetBoolean());
        Assert.Equal(JsonValueKind.Null, theirs.GetProperty("images").ValueKind);
        Assert.DoesNotContain("ast_", theirs.ToString());
        Assert.DoesNotContain("acc_", theirs.ToString());
        Assert.Single((await edge.Get<StyleService>().FindAsync(EdgeUnderTest.Bob, style.Id(), default))!.Images);
        Assert.Contains(style.Id(), await ListAsync(bob, "scope=shared&limit=100"));
        Assert.DoesNotContain(style.Id(), await ListAsync(bob, "limit=100"));
        Assert.Contains(style.Id(), await ListAsync(edge.Client, "scope=own&limit=100"));

        await NotFoundAsync(await bob.PatchAsync(path, Uploads.Json(new { name = "mine" })));
        await NotFoundAsync(await bob.DeleteAsync(path));
        using var hidden = await edge.Client.PatchAsync(path, Uploads.Json(new { visibility = "private" }));
        await NotFoundAsync(await bob.GetAsync(path));
    }

    [Theory]
    [InlineData("""{"images":["ast_x"]}""", "/name", "required")]
    [InlineData("""{"name":"a"}""", "/images", "required")]
    [InlineData("""{"name":" ","images":["D"]}""", "/name", "empty")]
    [InlineData("""{"name":"a\u0000","images":["D"]}""", "/name", "invalid_characters")]
    [InlineData("""{"name":"a","images":[]}""", "/images", "out_of_range")]
    [InlineData("""{"name":"a","images":"D"}""", "/images", "wrong_type")]
    [InlineData("""{"name":"a","images":["D",5]}""", "/images/1", "wrong_type")]
    [InlineData("""{"name":"a","images":[""]}""", "/images/0", "empty")]
    [InlineData("""{"name":"a","images":["D","D"]}""", "/images/1", "duplicate")]
    [InlineData("""{"name":"a","images":["D","ast_06f0p8x6d5t7v3m1c2k9qaz4we"]}""", "/images/1", "not_found")]
    [InlineData("""{"name":"a","images":["http://10.0.0.1/"]}""", "/images/0", "url_refused")]
    [InlineData("""{"name":"a","images":["D"],"weights":[1,2]}""", "/weights", "conflict")]
    [InlineData("""{"name":"a","images":["D"],"weights":[0]}""", "/weights/0", "out_of_range")]
    [InlineData("""{"name":"a","images":["D"],"weights":[1e400]}""", "/weights/0", "out_of_range")]
    [InlineData("""{"name":"a","images":["D"],"weights":["1"]}""", "/weights/0", "wrong_type")]
    [InlineData("""{"name":"a","images":["D"],"visibility":"public"}""", "/visibility", "unknown_value")]
    [InlineData("""{"name":"a","images":["D"],"owner":"acc_bob"}""", "/owner", "unknown_field")]
    public async Task A_bad_style_is_refused_at_the_field(string body, string pointer, string code)
    {
        body = body.Replace("\"D\"", JsonSerializer.Serialize(Data(1)));
        using var response = await edge.Client.PostAsync("/v1/styles", new StringContent(body, System.Text.Encoding.UTF8, "application/json"));
        var problem = await SubmitHttpTests.ProblemAsync(response, HttpStatusCode.UnprocessableEntity, "/problems/invalid-request");
        Assert.Equal((pointer, code), problem.Error());
    }

    [Fact]
    public async Task Twenty_images_are_the_most()
    {
        Assert.Equal(20, (await NewAsync(new { name = "full", images = Enumerable.Range(0, 20).Select(_ => Data()).ToArray() })).GetProperty("image_count").GetInt32());
        using var response = await edge.Client.PostAsync("/v1/styles", Uploads.Json(new { name = "more", images = Enumerable.Range(0, 21).Select(_ => Data()).ToArray() }));
        Assert.Equal(("/images", "out_of_range"), (await SubmitHttpTests.ProblemAsync(response, HttpStatusCode.UnprocessableEntity, "/problems/invalid-request")).Error());
    }

    [Fact]
    public async Task A_retried_request_makes_one_style()
    {
        var body = new { name = "once", images = new[] { Data() } };
        var answers = new List<string>();
        for (var i = 0; i < 2; i++)
        {
            var request = new HttpRequestMessage(HttpMethod.Post, "/v1/styles") { Content = Uploads.Json(body), Headers = { { "Idempotency-Key", "style-once" } } };
            using var response = await edge.Client.SendAsync(request);
            Assert.Equal(HttpStatusCode.Created, response.StatusCode);
            answers.Add(await response.Content.ReadAsStringAsync());
        }
        Assert.Equal(answers[0], answers[1]);
    }

    private static readonly byte[] Fixed = Uploads.Png();

    private static string Data(int? same = null) => "data:image/png;base64," + Convert.ToBase64String(same is null ? Uploads.Png() : Fixed);

    private async Task<JsonElement> NewAsync(object body)
    {
        using var response = await edge.Client.PostAsync("/v1/styles", Uploads.Json(body));
        var style = await EdgeUnderTest.ReadAsync(response);
        Assert.True(response.StatusCode == HttpStatusCode.Created, style.ToString());
        Assert.EndsWith(style.Id(), response.Headers.Location!.ToString());
        return style;
    }

    private static async Task<IEnumerable<string>> ListAsync(HttpClient client, string query)
    {
        using var response = await client.GetAsync("/v1/styles?" + query);
        return (await EdgeUnderTest.ReadAsync(response)).GetProperty("items").EnumerateArray().Select(s => s.Id()).ToArray();
    }

    private static async Task NotFoundAsync(HttpResponseMessage response)
    {
        using (response) await SubmitHttpTests.ProblemAsync(response, HttpStatusCode.NotFound, "/problems/not-found");
    }
}

using System.Net;
using System.Security.Cryptography;
using KreaPlatform.Gateway.Assets;
using KreaPlatform.Gateway.Requests;
using KreaPlatform.Gateway.Tests.Edge;
using KreaPlatform.Gateway.Tests.Fetching;
using KreaPlatform.ServiceDefaults.Fetching;
using KreaPlatform.Vision.Tests.Imaging;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Options;

namespace KreaPlatform.Gateway.Tests.Assets;

/// <summary>An image as requests name it: an id, a URL of ours, a URL of others, a data URI.</summary>
public sealed class ImageTakingTests(EdgeUnderTest edge) : IClassFixture<EdgeUnderTest>
{
    [Fact]
    public async Task A_URL_is_fetched_and_its_image_becomes_an_asset()
    {
        var file = Uploads.Png();
        await using var receiver = await TrustedAsync(context => context.Response.Body.WriteAsync(file).AsTask());
        using var taken = await edge.TakeAsync(receiver.Url + "cat.png");
        var asset = await EdgeUnderTest.ReadAsync(taken);
        Assert.True(taken.StatusCode == HttpStatusCode.Created, asset.ToString());
        Assert.Equal("url", asset.GetProperty("origin").GetString());
        using var again = await edge.TakeAsync(receiver.Url + "cat.png");
        Assert.Equal(HttpStatusCode.OK, again.StatusCode);
        Assert.Equal(asset.Id(), (await EdgeUnderTest.ReadAsync(again)).Id());
    }

    [Theory]
    [InlineData("/html", "unsupported_format")]
    [InlineData("/bomb", "too_many_pixels")]
    [InlineData("/large", "too_many_bytes")]
    [InlineData("/missing", "url_not_found")]
    [InlineData("/loopback", "url_refused")]
    [InlineData("/metadata", "url_refused")]
    [InlineData("/loop", "too_many_redirects")]
    public async Task What_a_URL_leads_to_is_judged_like_an_upload(string path, string code)
    {
        await using var secret = await Receiver.StartAsync(context => context.Response.Body.WriteAsync(Uploads.Png()).AsTask());
        await using var receiver = await TrustedAsync(async context =>
        {
            var response = context.Response;
            switch (context.Request.Path.Value)
            {
                case "/html": response.ContentType = "image/png"; await response.Body.WriteAsync(Uploads.Bad("html")); break;
                case "/bomb": await response.Body.WriteAsync(Uploads.Bad("png of 60000 x 60000")); break;
                case "/large": response.ContentLength = 20_000_001; await response.Body.WriteAsync(new byte[1000]); break;
                case "/loopback": response.Redirect($"http://127.0.0.1:{secret.Url.Port}/"); break;
                case "/metadata": response.Redirect("http://169.254.169.254/latest/meta-data/"); break;
                case "/loop": response.Redirect("/loop"); break;
                default: response.StatusCode = StatusCodes.Status404NotFound; break;
            }
        });
        using var taken = await edge.TakeAsync(receiver.Url + path[1..]);
        Assert.Equal(("/url", code), (await SubmitHttpTests.ProblemAsync(taken, HttpStatusCode.UnprocessableEntity, "/problems/invalid-request")).Error());
        Assert.Equal(0, secret.Requests);
    }

    [Fact]
    public async Task Our_own_links_are_looked_up_and_never_fetched()
    {
        var asset = await edge.NewAssetAsync(Uploads.Png());
        var elsewhere = asset.Url().Replace(edge.Http.Authority, "not-resolvable.invalid");
        foreach (var image in new[] { asset.Id(), asset.Url(), elsewhere })
        {
            using var taken = await edge.TakeAsync(image);
            Assert.Equal(asset.Id(), (await EdgeUnderTest.ReadAsync(taken)).Id());
        }
    }

    [Fact]
    public async Task An_image_that_was_made_here_becomes_an_asset_that_outlives_its_generation()
    {
        var image = Uploads.Png();
        var generation = await edge.SubmitAsync();
        await edge.CompleteAsync(generation, image);
        using var read = await edge.Client.GetAsync($"/v1/generations/{generation}");
        var url = (await EdgeUnderTest.ReadAsync(read)).GetProperty("images")[0].GetProperty("url").GetString()!;

        using var bob = edge.ClientOf(EdgeUnderTest.BobKey);
        using var stolen = await edge.TakeAsync(url, bob);
        Assert.Equal("not_found", (await SubmitHttpTests.ProblemAsync(stolen, HttpStatusCode.UnprocessableEntity, "/problems/invalid-request")).Error().Code);

        using var taken = await edge.TakeAsync(url);
        var asset = await EdgeUnderTest.ReadAsync(taken);
        Assert.Equal(("generation", generation, 0), (asset.GetProperty("origin").GetString(), asset.GetProperty("generation_id").GetString(), asset.GetProperty("image_index").GetInt32()));
        using var again = await edge.TakeAsync(url);
        Assert.Equal(asset.Id(), (await EdgeUnderTest.ReadAsync(again)).Id());

        using var deleted = await edge.Client.DeleteAsync($"/v1/generations/{generation}");
        Assert.Equal(image, await edge.Stranger.GetByteArrayAsync(asset.Url()));
        using var gone = await edge.Client.DeleteAsync($"/v1/assets/{asset.Id()}");
        Assert.Null(await edge.Blobs.OpenAsync(Convert.ToHexStringLower(SHA256.HashData(image))));
        using var late = await edge.TakeAsync(url);
        Assert.Equal("gone", (await SubmitHttpTests.ProblemAsync(late, HttpStatusCode.UnprocessableEntity, "/problems/invalid-request")).Error().Code);
    }

    [Fact]
    public async Task Several_fields_keep_their_places_and_their_errors()
    {
        var assets = edge.Get<AssetService>();
        var (known, errors) = ((await edge.NewAssetAsync(Uploads.Png())).Id(), new ErrorList());
        var data = "data:;base64," + Convert.ToBase64String(Uploads.Png());
        var taken = await assets.TakeAllAsync(EdgeUnderTest.Alice,
            [(known, "/references/0/image"), ("nonsense", "/references/1/image"), (data, "/references/2/image"), ("https://10.0.0.1/x", "/mask"), (known, "/image")], errors, default);
        Assert.Equal([true, false, true, false, true], taken.Select(a => a is not null));
        Assert.Equal(known, taken[4]!.Id);
        Assert.Equal([("/references/1/image", "malformed"), ("/mask", "url_refused")], errors.Items.Select(e => (e.Pointer!, e.Code)));
        Assert.Null(await assets.TakeAsync(EdgeUnderTest.Bob, known, "/image", errors, default));
        Assert.Equal(("/image", "not_found"), (errors.Items[2].Pointer, errors.Items[2].Code));
    }

    [Fact]
    public async Task What_a_file_says_about_its_use_is_kept_with_the_asset_and_taken_out_of_the_file()
    {
        var asset = await edge.NewAssetAsync(RightsFiles.InJpeg(JpegFile.Write(24, 16, Encoded.Pattern), RightsFiles.Xmp(RightsFiles.Prohibited, "text"),
            RightsFiles.Store("cawg.training-mining", ("cawg.ai_training", "constrained"))));
        var rights = asset.GetProperty("rights");
        Assert.True(rights.GetProperty("training_forbidden").GetBoolean());
        Assert.Equal("prohibited_gen_ai_ml_training", rights.GetProperty("data_mining").GetString());
        Assert.Equal("constrained", rights.GetProperty("training").GetString());
        Assert.DoesNotContain("useplus", System.Text.Encoding.Latin1.GetString(await edge.Stranger.GetByteArrayAsync(asset.Url())));
        Assert.False((await edge.NewAssetAsync(Uploads.Png())).GetProperty("rights").GetProperty("training_forbidden").GetBoolean());
    }

    private async Task<Receiver> TrustedAsync(Func<HttpContext, Task> answer)
    {
        var receiver = await Receiver.StartAsync(answer);
        var options = edge.Get<IOptions<FetchingOptions>>().Value;
        options.AllowedHosts = [.. options.AllowedHosts, receiver.Host];
        return receiver;
    }
}

using System.Net;
using System.Net.Http.Headers;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using KreaPlatform.Gateway.Tests.Edge;
using KreaPlatform.ServiceDefaults.Imaging;

namespace KreaPlatform.Gateway.Tests.Assets;

public sealed class AssetHttpTests(EdgeUnderTest edge) : IClassFixture<EdgeUnderTest>
{
    [Fact]
    public async Task An_upload_becomes_an_asset_that_its_account_can_read_and_anybody_with_the_link_can_download()
    {
        var file = Uploads.Png(31, 17);
        using var response = await edge.UploadAsync(file);
        var asset = await EdgeUnderTest.ReadAsync(response);
        Assert.True(response.StatusCode == HttpStatusCode.Created, asset.ToString());
        Assert.Equal("asset", asset.GetProperty("object").GetString());
        Assert.Equal((31, 17, "png", "png", "upload"), (asset.GetProperty("width").GetInt32(), asset.GetProperty("height").GetInt32(),
            asset.GetProperty("format").GetString(), asset.GetProperty("original_format").GetString(), asset.GetProperty("origin").GetString()));
        Assert.Equal("acc_alice", asset.GetProperty("rights").GetProperty("owner").GetString());
        Assert.EndsWith($"/v1/assets/{asset.Id()}", response.Headers.Location!.ToString());

        Assert.Equal(asset.ToString(), (await edge.AssetAsync(asset.Id())).ToString());
        using var download = await edge.Stranger.GetAsync(asset.Url());
        var kept = await download.Content.ReadAsByteArrayAsync();
        Assert.Equal("image/png", download.Content.Headers.ContentType!.ToString());
        Assert.Equal($"\"{Convert.ToHexStringLower(SHA256.HashData(kept))}\"", download.Headers.ETag!.ToString());
        Assert.Equal("nosniff", download.Headers.GetValues("X-Content-Type-Options").Single());
        Assert.Equal(asset.GetProperty("bytes").GetInt64(), kept.Length);
        Assert.InRange(download.Headers.CacheControl!.MaxAge!.Value, TimeSpan.FromHours(23), TimeSpan.FromHours(25));

        using var part = await edge.Stranger.SendAsync(new HttpRequestMessage(HttpMethod.Get, asset.Url()) { Headers = { Range = new RangeHeaderValue(8, 15) } });
        Assert.Equal(HttpStatusCode.PartialContent, part.StatusCode);
        Assert.Equal(kept[8..16], await part.Content.ReadAsByteArrayAsync());
        using var same = await edge.Stranger.SendAsync(new HttpRequestMessage(HttpMethod.Get, asset.Url()) { Headers = { IfNoneMatch = { download.Headers.ETag! } } });
        Assert.Equal(HttpStatusCode.NotModified, same.StatusCode);
    }

    [Fact]
    public async Task The_same_bytes_again_are_the_same_asset_of_the_account_and_nobody_else_s()
    {
        var file = Uploads.Png();
        var first = await edge.NewAssetAsync(file);
        using var again = await edge.UploadAsync(file);
        Assert.Equal(HttpStatusCode.OK, again.StatusCode);
        Assert.Equal(first.Id(), (await EdgeUnderTest.ReadAsync(again)).Id());
        // What was downloaded from here is the same image as well.
        using var downloaded = await edge.UploadAsync(await edge.Stranger.GetByteArrayAsync(first.Url()));
        Assert.Equal(first.Id(), (await EdgeUnderTest.ReadAsync(downloaded)).Id());

        using var bob = edge.ClientOf(EdgeUnderTest.BobKey);
        using var others = await edge.UploadAsync(file, bob);
        Assert.Equal(HttpStatusCode.Created, others.StatusCode);
        Assert.NotEqual(first.Id(), (await EdgeUnderTest.ReadAsync(others)).Id());
    }

    [Fact]
    public async Task Another_account_s_asset_is_as_good_as_none()
    {
        var asset = await edge.NewAssetAsync(Uploads.Png());
        using var bob = edge.ClientOf(EdgeUnderTest.BobKey);
        using var read = await bob.GetAsync($"/v1/assets/{asset.Id()}");
        await SubmitHttpTests.ProblemAsync(read, HttpStatusCode.NotFound, "/problems/not-found");
        using var delete = await bob.DeleteAsync($"/v1/assets/{asset.Id()}");
        await SubmitHttpTests.ProblemAsync(delete, HttpStatusCode.NotFound, "/problems/not-found");
        using var list = await bob.GetAsync("/v1/assets?limit=100");
        Assert.DoesNotContain(asset.Id(), (await EdgeUnderTest.ReadAsync(list)).GetProperty("items").EnumerateArray().Select(a => a.Id()));
        // Neither its id nor its link makes it somebody else's image.
        foreach (var image in new[] { asset.Id(), asset.Url() })
        {
            using var taken = await edge.TakeAsync(image, bob);
            var problem = await SubmitHttpTests.ProblemAsync(taken, HttpStatusCode.UnprocessableEntity, "/problems/invalid-request");
            Assert.Equal(("/url", "not_found"), problem.Error());
        }
        Assert.Equal(asset.Id(), (await edge.AssetAsync(asset.Id())).Id());
    }

    [Fact]
    public async Task A_list_is_paged_newest_first()
    {
        using var bob = edge.ClientOf(EdgeUnderTest.BobKey);
        var made = new List<string>();
        for (var i = 0; i < 5; i++)
        {
            using var response = await edge.UploadAsync(Uploads.Png(), bob);
            made.Insert(0, (await EdgeUnderTest.ReadAsync(response)).Id());
        }
        var seen = new List<string>();
        for (string? cursor = ""; cursor is not null;)
        {
            using var response = await bob.GetAsync($"/v1/assets?limit=2{(cursor.Length > 0 ? "&cursor=" + cursor : "")}");
            var page = await EdgeUnderTest.ReadAsync(response);
            seen.AddRange(page.GetProperty("items").EnumerateArray().Select(a => a.Id()));
            cursor = page.GetProperty("next_cursor").GetString();
        }
        Assert.Equal(made, seen.Take(5));
        foreach (var query in new[] { "limit=0", "limit=101", "limit=x", "cursor=x", "color=red", "limit=1&limit=2", "cursor=" })
        {
            using var response = await bob.GetAsync("/v1/assets?" + query);
            await SubmitHttpTests.ProblemAsync(response, HttpStatusCode.BadRequest, "/problems/invalid-parameter");
        }
    }

    [Fact]
    public async Task A_deleted_asset_is_gone_with_its_bytes_and_its_links()
    {
        var asset = await edge.NewAssetAsync(Uploads.Png());
        var blob = await BlobOfAsync(asset);
        using var deleted = await edge.Client.DeleteAsync($"/v1/assets/{asset.Id()}");
        Assert.Equal(HttpStatusCode.NoContent, deleted.StatusCode);
        Assert.Null(await edge.Blobs.OpenAsync(blob));
        using var read = await edge.Client.GetAsync($"/v1/assets/{asset.Id()}");
        Assert.Equal(HttpStatusCode.NotFound, read.StatusCode);
        using var again = await edge.Client.DeleteAsync($"/v1/assets/{asset.Id()}");
        Assert.Equal(HttpStatusCode.NotFound, again.StatusCode);
        using var link = await edge.Stranger.GetAsync(asset.Url());
        await SubmitHttpTests.ProblemAsync(link, HttpStatusCode.Gone, "/problems/gone");
    }

    [Fact]
    public async Task Bytes_that_two_accounts_share_stay_until_the_second_deletes_them()
    {
        var file = Uploads.Png();
        using var bob = edge.ClientOf(EdgeUnderTest.BobKey);
        var asset = await edge.NewAssetAsync(file);
        using var uploaded = await edge.UploadAsync(file, bob);
        var others = await EdgeUnderTest.ReadAsync(uploaded);
        var blob = await BlobOfAsync(asset);
        using var first = await edge.Client.DeleteAsync($"/v1/assets/{asset.Id()}");
        Assert.Equal(HttpStatusCode.OK, (await edge.Stranger.GetAsync(others.Url())).StatusCode);
        using var second = await bob.DeleteAsync($"/v1/assets/{others.Id()}");
        Assert.Null(await edge.Blobs.OpenAsync(blob));
    }

    [Fact]
    public async Task A_changed_link_is_refused()
    {
        var url = (await edge.NewAssetAsync(Uploads.Png())).Url();
        var other = (await edge.NewAssetAsync(Uploads.Png())).Id();
        foreach (var changed in new[]
        {
            url.Replace(url.Split('/')[5], other), url[..^1] + (url[^1] == 'A' ? 'B' : 'A'), url.Split('?')[0], url.Replace("expires=1", "expires=2"),
        })
        {
            using var response = await edge.Stranger.GetAsync(changed);
            await SubmitHttpTests.ProblemAsync(response, HttpStatusCode.Forbidden, "/problems/invalid-signature");
        }
    }

    public static TheoryData<string, string> Refused => new()
    {
        { "zero bytes", "empty" }, { "svg", "unsupported_format" }, { "html", "unsupported_format" }, { "png of 60000 x 60000", "too_many_pixels" },
        { "jpeg of 60000 x 60000", "too_many_pixels" }, { "webp of 60000 x 60000", "too_many_pixels" }, { "animated gif", "animated" },
        { "animated webp", "animated" }, { "animated png", "animated" }, { "truncated png", "truncated" }, { "truncated jpeg", "truncated" }, { "corrupt png", "corrupt" },
    };

    [Theory, MemberData(nameof(Refused))]
    public async Task What_is_no_usable_image_is_refused_with_the_reason(string kind, string code)
    {
        var file = Uploads.Bad(kind);
        using var form = await edge.UploadAsync(file, name: "cat.png", type: "image/png");
        Assert.Equal(("/file", code), (await SubmitHttpTests.ProblemAsync(form, HttpStatusCode.UnprocessableEntity, "/problems/invalid-request")).Error());
        using var json = await edge.TakeAsync("data:image/png;base64," + Convert.ToBase64String(file));
        Assert.Equal(("/url", code), (await SubmitHttpTests.ProblemAsync(json, HttpStatusCode.UnprocessableEntity, "/problems/invalid-request")).Error());
    }

    public static TheoryData<string, string, bool> Taken => new()
    {
        // What is kept has the same samples, unless it had to be turned or put into colours that everybody reads.
        { "png", "png", true }, { "png of 16 bits", "png", true }, { "png with transparency", "png", true }, { "grey png", "png", true }, { "jpeg", "jpeg", true },
        { "webp", "webp", true }, { "lossless webp", "webp", true }, { "gif", "png", true }, { "rotated jpeg", "jpeg", false }, { "cmyk jpeg", "jpeg", false },
    };

    [Theory, MemberData(nameof(Taken))]
    public async Task What_is_a_usable_image_is_kept_upright_and_without_metadata(string kind, string format, bool exact)
    {
        var file = Uploads.Good(kind);
        var before = (await new SafeImageDecoder().DecodeAsync(file)).Image!;
        var asset = await edge.NewAssetAsync(file);
        Assert.Equal(format, asset.GetProperty("format").GetString());
        Assert.Equal((before.Pixels.Width, before.Pixels.Height), (asset.GetProperty("width").GetInt32(), asset.GetProperty("height").GetInt32()));

        var kept = await edge.Stranger.GetByteArrayAsync(asset.Url());
        var after = (await new SafeImageDecoder().DecodeAsync(kept)).Image!;
        Assert.True(after.StoredUpright);
        Assert.Equal(before.Alpha, after.Alpha);
        if (exact) Assert.Equal(before.Pixels.Samples, after.Pixels.Samples);
        else Assert.InRange(before.Pixels.Samples.Zip(after.Pixels.Samples, (a, b) => Math.Abs(a - b)).Average(), 0, 2);
        Assert.DoesNotContain("Exif", Encoding.Latin1.GetString(kept));
    }

    [Theory]
    [InlineData("--B\r\nContent-Disposition: form-data; name=\"other\"\r\n\r\nx\r\n--B--\r\n", "multipart/form-data; boundary=B", 422, "/other")]
    [InlineData("--B--\r\n", "multipart/form-data; boundary=B", 422, "/file")]
    [InlineData("--B\r\nContent-Disposition: form-data; name=\"file\"\r\n\r\nx\r\n--B\r\nContent-Disposition: form-data; name=\"file\"\r\n\r\ny\r\n--B--\r\n", "multipart/form-data; boundary=B", 422, "/file")]
    [InlineData("--B\r\nContent-Disposition: form-data; name=\"file\"\r\n\r\nx", "multipart/form-data; boundary=B", 400, null)]
    [InlineData("x", "multipart/form-data", 400, null)]
    [InlineData("x", "multipart/form-data; boundary=\"\"", 400, null)]
    [InlineData("x", "image/png", 415, null)]
    [InlineData("x", "application/x-www-form-urlencoded", 415, null)]
    [InlineData("{", "application/json", 400, null)]
    [InlineData("{}", "application/json", 422, "/url")]
    [InlineData("[]", "application/json", 422, "")]
    [InlineData("{\"url\":5}", "application/json", 422, "/url")]
    [InlineData("{\"url\":\"x\"}", "application/json", 422, "/url")]
    [InlineData("{\"link\":\"https://example.com/\",\"url\":\"data:,x\"}", "application/json", 422, "/link")]
    [InlineData("{\"url\":\"http://127.0.0.1/x.png\"}", "application/json", 422, "/url")]
    [InlineData("{\"url\":\"https://169.254.169.254/latest/meta-data/\"}", "application/json", 422, "/url")]
    [InlineData("{\"url\":\"https://user@example.com/\"}", "application/json", 422, "/url")]
    [InlineData("{\"url\":\"file:///etc/passwd\"}", "application/json", 422, "/url")]
    public async Task A_body_of_another_form_is_refused(string body, string type, int status, string? pointer)
    {
        var content = new ByteArrayContent(Encoding.UTF8.GetBytes(body));
        content.Headers.TryAddWithoutValidation("Content-Type", type);
        using var response = await edge.Client.PostAsync("/v1/assets", content);
        var text = await response.Content.ReadAsStringAsync();
        Assert.True(status == (int)response.StatusCode, text);
        if (pointer is not null) Assert.Equal(pointer, (await EdgeUnderTest.ReadAsync(response)).Error().Pointer);
    }

    [Fact]
    public async Task A_file_that_is_too_large_is_refused_by_its_size()
    {
        using var response = await edge.UploadAsync([.. Uploads.Png(), .. new byte[20_000_000]]);
        await SubmitHttpTests.ProblemAsync(response, HttpStatusCode.RequestEntityTooLarge, "/problems/body-too-large");
    }

    [Fact]
    public async Task Assets_need_a_key()
    {
        foreach (var request in new[]
        {
            new HttpRequestMessage(HttpMethod.Post, "/v1/assets"), new HttpRequestMessage(HttpMethod.Get, "/v1/assets"),
            new HttpRequestMessage(HttpMethod.Delete, "/v1/assets/ast_06f0p8x6d5t7v3m1c2k9qaz4we"),
        })
        {
            using var response = await edge.Stranger.SendAsync(request);
            Assert.Equal(HttpStatusCode.Unauthorized, response.StatusCode);
        }
    }

    private async Task<string> BlobOfAsync(JsonElement asset) => Convert.ToHexStringLower(SHA256.HashData(await edge.Stranger.GetByteArrayAsync(asset.Url())));
}

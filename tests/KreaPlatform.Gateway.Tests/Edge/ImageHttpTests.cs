using System.Net;
using System.Net.Http.Headers;
using System.Security.Cryptography;

namespace KreaPlatform.Gateway.Tests.Edge;

public sealed class ImageHttpTests(EdgeUnderTest edge) : IClassFixture<EdgeUnderTest>
{
    private readonly byte[] _bytes = RandomNumberGenerator.GetBytes(1000);

    private async Task<string> UrlAsync(string format = "png")
    {
        var id = await edge.SubmitAsync($$"""{"prompt":"a cat","output":{"format":"{{format}}" } }""");
        await edge.CompleteAsync(id, _bytes);
        using var response = await edge.Client.GetAsync($"/v1/generations/{id}");
        return (await EdgeUnderTest.ReadAsync(response)).GetProperty("images")[0].GetProperty("url").GetString()!;
    }

    [Theory]
    [InlineData("png", "image/png", ".png")]
    [InlineData("jpeg", "image/jpeg", ".jpg")]
    [InlineData("webp", "image/webp", ".webp")]
    public async Task A_link_needs_no_key_and_may_be_kept(string format, string type, string extension)
    {
        using var response = await edge.Stranger.GetAsync(await UrlAsync(format));
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.Equal(_bytes, await response.Content.ReadAsByteArrayAsync());
        Assert.Equal(type, response.Content.Headers.ContentType!.ToString());
        Assert.Equal(1000, response.Content.Headers.ContentLength);
        Assert.Equal($"\"{Convert.ToHexStringLower(SHA256.HashData(_bytes))}\"", response.Headers.ETag!.ToString());
        Assert.True(response.Headers.CacheControl!.Private);
        Assert.Contains("immutable", response.Headers.CacheControl.ToString());
        Assert.InRange(response.Headers.CacheControl.MaxAge!.Value, TimeSpan.FromHours(23), TimeSpan.FromHours(25));
        Assert.Equal("nosniff", response.Headers.GetValues("X-Content-Type-Options").Single());
        Assert.EndsWith($"-0{extension}", response.Content.Headers.ContentDisposition!.FileName!.Trim('"'));
        Assert.Equal("bytes", response.Headers.AcceptRanges.Single());
    }

    [Fact]
    public async Task Head_tells_the_same_without_the_bytes()
    {
        using var response = await edge.Stranger.SendAsync(new HttpRequestMessage(HttpMethod.Head, await UrlAsync()));
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.Equal(1000, response.Content.Headers.ContentLength);
        Assert.NotNull(response.Headers.ETag);
        Assert.Empty(await response.Content.ReadAsByteArrayAsync());
    }

    [Fact]
    public async Task A_download_can_be_resumed()
    {
        var url = await UrlAsync();
        using var part = await SendAsync(url, r => r.Headers.Range = new RangeHeaderValue(900, null));
        Assert.Equal(HttpStatusCode.PartialContent, part.StatusCode);
        Assert.Equal("bytes 900-999/1000", part.Content.Headers.ContentRange!.ToString());
        Assert.Equal(_bytes[900..], await part.Content.ReadAsByteArrayAsync());

        using var beyond = await SendAsync(url, r => r.Headers.Range = new RangeHeaderValue(1000, null));
        Assert.Equal(HttpStatusCode.RequestedRangeNotSatisfiable, beyond.StatusCode);
        Assert.Equal("bytes */1000", beyond.Content.Headers.ContentRange!.ToString());

        using var same = await SendAsync(url, r =>
        {
            r.Headers.Range = new RangeHeaderValue(0, 9);
            r.Headers.IfRange = new RangeConditionHeaderValue(part.Headers.ETag!);
        });
        Assert.Equal(HttpStatusCode.PartialContent, same.StatusCode);
        using var other = await SendAsync(url, r =>
        {
            r.Headers.Range = new RangeHeaderValue(0, 9);
            r.Headers.IfRange = new RangeConditionHeaderValue("\"other\"");
        });
        Assert.Equal(HttpStatusCode.OK, other.StatusCode);
        Assert.Equal(_bytes, await other.Content.ReadAsByteArrayAsync());
    }

    [Fact]
    public async Task What_a_cache_has_is_not_sent_again()
    {
        var url = await UrlAsync();
        using var first = await edge.Stranger.GetAsync(url);
        using var second = await SendAsync(url, r => r.Headers.IfNoneMatch.Add(first.Headers.ETag!));
        Assert.Equal(HttpStatusCode.NotModified, second.StatusCode);
        Assert.Empty(await second.Content.ReadAsByteArrayAsync());
    }

    [Fact]
    public async Task A_changed_link_is_refused()
    {
        var url = await UrlAsync();
        foreach (var changed in new[]
        {
            url.Replace("/images/0", "/images/1"), url[..^1] + (url[^1] == 'A' ? 'B' : 'A'), url.Split('?')[0], url.Split("&signature")[0],
            url.Replace("expires=1", "expires=2"), url.Replace("expires=1", "expires=9999999999999999"),
        })
        {
            using var response = await edge.Stranger.GetAsync(changed);
            await SubmitHttpTests.ProblemAsync(response, HttpStatusCode.Forbidden, "/problems/invalid-signature");
        }
    }

    [Fact]
    public async Task Lost_bytes_are_gone()
    {
        var url = await UrlAsync();
        await edge.Blobs.DeleteAsync(Convert.ToHexStringLower(SHA256.HashData(_bytes)));
        using var response = await edge.Stranger.GetAsync(url);
        await SubmitHttpTests.ProblemAsync(response, HttpStatusCode.Gone, "/problems/gone");
    }

    private Task<HttpResponseMessage> SendAsync(string url, Action<HttpRequestMessage> change)
    {
        var request = new HttpRequestMessage(HttpMethod.Get, url);
        change(request);
        return edge.Stranger.SendAsync(request);
    }
}

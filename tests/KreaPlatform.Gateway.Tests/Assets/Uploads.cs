using System.Net;
using System.Net.Http.Headers;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using KreaPlatform.Gateway.Tests.Edge;
using KreaPlatform.Vision.Tests.Imaging;

namespace KreaPlatform.Gateway.Tests.Assets;

/// <summary>What people upload, and what attackers do; and how it is sent.</summary>
internal static class Uploads
{
    private static int _count;

    /// <summary>A PNG that no other test has.</summary>
    public static byte[] Png(int width = 16, int height = 16)
    {
        var salt = RandomNumberGenerator.GetBytes(3 * width * height);
        return PngFile.WriteRgb(width, height, (x, y) => (salt[3 * (y * width + x)], salt[3 * (y * width + x) + 1], (byte)Interlocked.Increment(ref _count)));
    }

    public static byte[] Good(string kind) => kind switch
    {
        "png" => PngFile.WriteRgb(24, 16, (x, y) => ((byte)(x * 9), (byte)(y * 9), 7), PngFile.Chunk("tEXt", [.. "Comment\0Exif"u8]), PngFile.Chunk("eXIf", [.. "Exif"u8])),
        "png of 16 bits" => PngFile.Write(4, 2, 16, PngFile.Rgb, [.. Enumerable.Range(0, 2).Select(y => Enumerable.Range(0, 24).Select(i => (byte)(i * 11 + y)).ToArray())]),
        "png with transparency" => PngFile.Write(3, 1, 8, PngFile.Rgba, [[255, 0, 0, 255, 0, 255, 0, 128, 0, 0, 255, 0]]),
        "grey png" => PngFile.Write(8, 1, 1, PngFile.Grey, [[0b10110010]]),
        "jpeg" => JpegFile.WithOrientation(JpegFile.Write(40, 24, Encoded.Pattern), 1),
        "webp" => OtherFiles.Webp(40, 24, Encoded.Pattern, 80),
        "lossless webp" => OtherFiles.Webp(40, 24, Encoded.Pattern, 100),
        "gif" => OtherFiles.Gif(1),
        "rotated jpeg" => JpegFile.WithOrientation(JpegFile.Write(40, 24, Encoded.Pattern), 6),
        "cmyk jpeg" => JpegFile.FlatCmyk(24, 9, 99, 200, 255),
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind),
    };

    public static byte[] Bad(string kind)
    {
        var png = PngFile.WriteRgb(64, 64, (x, y) => ((byte)(x * y), (byte)(x ^ y), (byte)(x + 3 * y)));
        var jpeg = JpegFile.Write(64, 64, Encoded.Pattern);
        return kind switch
        {
            "zero bytes" => [],
            "svg" => Encoding.UTF8.GetBytes("<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"9\" height=\"9\"/>"),
            "html" => Encoding.UTF8.GetBytes("<!doctype html><title>logo.png</title><img src=logo.png>"),
            "png of 60000 x 60000" => PngFile.Write(60000, 60000, 8, PngFile.Rgb, [new byte[16]]),
            "jpeg of 60000 x 60000" => JpegFile.WithDeclaredSize(jpeg, 60000, 60000),
            "webp of 60000 x 60000" => OtherFiles.WebpDeclaring(60000, 60000),
            "animated gif" => OtherFiles.Gif(2),
            "animated webp" => OtherFiles.AnimatedWebp(),
            "animated png" => PngFile.WriteRgb(4, 4, (_, _) => (1, 2, 3), PngFile.AnimationControl(2)),
            "truncated png" => png[..(png.Length / 2)],
            "truncated jpeg" => jpeg[..(jpeg.Length / 2)],
            "corrupt png" => [.. png[..60], .. new byte[200], .. png[260..]],
            _ => throw new ArgumentOutOfRangeException(nameof(kind), kind),
        };
    }

    public static Task<HttpResponseMessage> UploadAsync(this EdgeUnderTest edge, byte[] file, HttpClient? client = null, string name = "a.png", string? type = null)
    {
        var part = new ByteArrayContent(file);
        if (type is not null) part.Headers.ContentType = MediaTypeHeaderValue.Parse(type);
        return (client ?? edge.Client).PostAsync("/v1/assets", new MultipartFormDataContent { { part, "file", name } });
    }

    public static Task<HttpResponseMessage> TakeAsync(this EdgeUnderTest edge, string url, HttpClient? client = null) =>
        (client ?? edge.Client).PostAsync("/v1/assets", Json(new { url }));

    public static StringContent Json(object body) => new(JsonSerializer.Serialize(body), Encoding.UTF8, "application/json");

    public static async Task<JsonElement> NewAssetAsync(this EdgeUnderTest edge, byte[] file)
    {
        using var response = await edge.UploadAsync(file);
        var asset = await EdgeUnderTest.ReadAsync(response);
        Assert.True(response.IsSuccessStatusCode, asset.ToString());
        return asset;
    }

    public static async Task<JsonElement> AssetAsync(this EdgeUnderTest edge, string id)
    {
        using var response = await edge.Client.GetAsync($"/v1/assets/{id}");
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        return await EdgeUnderTest.ReadAsync(response);
    }

    public static string Id(this JsonElement resource) => resource.GetProperty("id").GetString()!;

    public static string Url(this JsonElement resource) => resource.GetProperty("url").GetString()!;

    /// <summary>The first error of a problem.</summary>
    public static (string? Pointer, string? Code) Error(this JsonElement problem)
    {
        var error = problem.GetProperty("errors")[0];
        return (error.GetProperty("pointer").GetString(), error.GetProperty("code").GetString());
    }
}

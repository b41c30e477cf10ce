using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using KreaPlatform.EndToEnd.Tests.Platform;

namespace KreaPlatform.EndToEnd.Tests;

/// <summary>Bad input gets an answer that names it, and nothing is enqueued.</summary>
public sealed class BadInputTests(ServingPlatform platform) : IClassFixture<ServingPlatform>
{
    /// <summary>Body, status, pointers of all offending fields.</summary>
    public static TheoryData<string, int, string[]> Bodies => new()
    {
        { """{}""", 422, ["/prompt"] },
        { """{"prompt": ""}""", 422, ["/prompt"] },
        { """{"prompt": " \n\t "}""", 422, ["/prompt"] },
        { $$"""{"prompt": "{{new string('a', 4001)}}"}""", 422, ["/prompt"] },
        { """{"prompt": "half a pair \ud83d"}""", 422, ["/prompt"] },
        { """{"prompt": "a bell \u0007"}""", 422, ["/prompt"] },
        { """{"prompt": null}""", 422, ["/prompt"] },
        { """{"prompt": 7}""", 422, ["/prompt"] },
        { """{"prompt": "x", "negative_prompt": "\u0000"}""", 422, ["/negative_prompt"] },
        { """{"prompt": "x", "colour": "red"}""", 422, ["/colour"] },
        { """{"prompt": "x", "n": 0}""", 422, ["/n"] },
        { """{"prompt": "x", "n": 17}""", 422, ["/n"] },
        { """{"prompt": "x", "n": "two"}""", 422, ["/n"] },
        { """{"prompt": "x", "n": 1.5}""", 422, ["/n"] },
        { """{"prompt": "x", "n": 99999999999999999999}""", 422, ["/n"] },
        { """{"prompt": "x", "width": 100, "height": 96}""", 422, ["/width"] },
        { """{"prompt": "x", "width": 16, "height": 4096}""", 422, ["/width", "/height"] },
        { """{"prompt": "x", "width": 128}""", 422, ["/height"] },
        { """{"prompt": "x", "width": -16, "height": 128}""", 422, ["/width"] },
        { """{"prompt": "x", "aspect_ratio": "7:5"}""", 422, ["/aspect_ratio"] },
        { """{"prompt": "x", "aspect_ratio": "1:1", "width": 128, "height": 128}""", 422, ["/aspect_ratio"] },
        { """{"prompt": "x", "steps": 0}""", 422, ["/steps"] },
        { """{"prompt": "x", "steps": 1000000}""", 422, ["/steps"] },
        { """{"prompt": "x", "guidance": -1}""", 422, ["/guidance"] },
        { """{"prompt": "x", "guidance": 1e9}""", 422, ["/guidance"] },
        { """{"prompt": "x", "guidance": 1e999}""", 422, ["/guidance"] },
        { """{"prompt": "x", "guidance": "NaN"}""", 422, ["/guidance"] },
        { """{"prompt": "x", "seed": -1}""", 422, ["/seed"] },
        { """{"prompt": "x", "seed": 9007199254740992}""", 422, ["/seed"] },
        { """{"prompt": "x", "model": "krea-9"}""", 422, ["/model"] },
        { """{"prompt": "x", "output": {"format": "gif"}}""", 422, ["/output/format"] },
        { """{"prompt": "x", "output": {"format": "jpeg", "quality": 101}}""", 422, ["/output/quality"] },
        { """{"prompt": "x", "n": 0, "steps": 0, "guidance": -3}""", 422, ["/n", "/steps", "/guidance"] },
        { """{"prompt": "x", "guidance": NaN}""", 400, [] },
        { """{"prompt": "x""", 400, [] },
        { "\"a cat\" and more", 400, [] },
        { "", 400, [] },
        { """["a cat"]""", 422, [""] },
        { $$$"""{"prompt": "x", "metadata": {"k": "{{{new string('a', 9_000_000)}}}"}}""", 413, [] },
    };

    [Theory]
    [MemberData(nameof(Bodies))]
    public async Task A_bad_body_is_answered_with_a_pointer_to_each_field(string body, int status, string[] pointers)
    {
        using var answer = await platform.Http.PostAsync(Calls.Utf8(body));
        await AssertProblemAsync(answer, status, pointers);
    }

    [Theory]
    [InlineData("text/plain")]
    [InlineData("application/x-www-form-urlencoded")]
    [InlineData("application/json; charset=utf-16")]
    public async Task Only_JSON_is_read(string contentType)
    {
        using var answer = await platform.Http.PostAsync(Calls.Utf8("""{"prompt": "x"}"""), contentType);
        await AssertProblemAsync(answer, 415, []);
    }

    [Fact]
    public async Task Bytes_that_are_not_UTF_8_are_refused()
    {
        using var answer = await platform.Http.PostAsync([.. Encoding.ASCII.GetBytes("{\"prompt\": \""), 0xC3, 0x28, .. Encoding.ASCII.GetBytes("\"}")]);
        Assert.InRange((int)answer.StatusCode, 400, 422);
        Assert.Equal("application/problem+json", answer.Content.Headers.ContentType?.MediaType);
    }

    [Theory]
    [InlineData("v1/generations/gen_nothing", 404)]
    [InlineData("v1/generations?limit=0", 400)]
    [InlineData("v1/generations?cursor=!!", 400)]
    [InlineData("v1/generations?status=sleeping", 400)]
    [InlineData("v1/nowhere", 404)]
    public async Task A_bad_address_is_a_problem_too(string path, int status)
    {
        using var answer = await platform.Http.GetAsync(path);
        await AssertProblemAsync(answer, status, []);
    }

    private async Task AssertProblemAsync(HttpResponseMessage answer, int status, string[] pointers)
    {
        var text = await answer.Content.ReadAsStringAsync();
        Assert.True((int)answer.StatusCode == status, $"{(int)answer.StatusCode}: {text}");
        Assert.Equal("application/problem+json", answer.Content.Headers.ContentType?.MediaType);
        var problem = JsonDocument.Parse(text).RootElement;
        Assert.Equal(status, problem.GetProperty("status").GetInt32());
        Assert.NotEmpty(problem.Text("title"));
        var named = problem.TryGetProperty("errors", out var errors)
            ? errors.EnumerateArray().Select(e => e.TryGetProperty("pointer", out var pointer) ? pointer.GetString() : null).OfType<string>()
            : [];
        Assert.Equal(pointers.Order(), named.Distinct().Order());
        var list = await platform.Http.GetFromJsonAsync<JsonElement>("v1/generations");
        Assert.Empty(list.GetProperty("items").EnumerateArray());
    }
}

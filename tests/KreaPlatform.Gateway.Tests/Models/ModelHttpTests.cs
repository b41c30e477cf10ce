using System.Net;
using System.Text.Json;
using KreaPlatform.Gateway.Tests.Edge;

namespace KreaPlatform.Gateway.Tests.Models;

/// <summary>Models over the public edge.</summary>
public sealed class ModelHttpTests(ModelHttpTests.Edge edge) : IClassFixture<ModelHttpTests.Edge>
{
    private static readonly string[] OpenAiFields = ["created", "id", "object", "owned_by"];

    [Fact]
    public async Task One_list_serves_both_kinds_of_client()
    {
        var list = await ReadAsync("/v1/models");
        Assert.Equal("list", list.GetProperty("object").GetString());
        Assert.Equal(["krea-2-nano", "krea-2-old"], list.GetProperty("items").EnumerateArray().Select(m => m.GetProperty("id").GetString()));
        // The retired one can't be asked for; other names can.
        Assert.Equal(["krea-2-nano", "gpt-image-1", "krea/krea-2/medium"], list.GetProperty("data").EnumerateArray().Select(m => m.GetProperty("id").GetString()));
        Assert.All(list.GetProperty("data").EnumerateArray(), m => Assert.Equal(OpenAiFields, m.EnumerateObject().Select(p => p.Name).Order()));
    }

    [Fact]
    public async Task A_model_is_found_by_any_of_its_names()
    {
        var model = await ReadAsync("/v1/models/krea/krea-2/medium");
        Assert.Equal("krea-2-nano", model.GetProperty("id").GetString());
        Assert.Equal("deprecated", model.GetProperty("state").GetString());
        Assert.Equal((30_000, "USD"), (model.GetProperty("price").GetProperty("per_image_micros").GetInt64(), model.GetProperty("currency").GetString()));
        Assert.All(OpenAiFields, name => Assert.True(model.TryGetProperty(name, out _)));
        Assert.Equal(HttpStatusCode.NotFound, (await edge.Client.GetAsync("/v1/models/nope")).StatusCode);
    }

    [Theory]
    [InlineData("krea-2-nano")]
    [InlineData("gpt-image-1")]
    public async Task A_model_that_is_going_is_announced_on_every_submit(string name)
    {
        using var response = await edge.PostAsync($$"""{"prompt":"a cat","model":"{{name}}"}""");
        Assert.Equal(HttpStatusCode.Accepted, response.StatusCode);
        Assert.Equal("@1767225600", Header(response, "Deprecation"));
        Assert.Equal("Fri, 01 Jan 2100 00:00:00 GMT", Header(response, "Sunset"));
        Assert.Equal("<https://example.com/moving>; rel=\"deprecation\"; type=\"text/html\",</v1/models/krea-3>; rel=\"successor-version\"", Header(response, "Link"));
        Assert.Equal("krea-2-nano", (await EdgeUnderTest.ReadAsync(response)).GetProperty("request").GetProperty("model").GetString());
    }

    [Fact]
    public async Task A_retired_model_is_gone_and_says_what_to_ask_for()
    {
        using var response = await edge.PostAsync("""{"prompt":"a cat","model":"krea-2-old"}""");
        Assert.Equal(HttpStatusCode.Gone, response.StatusCode);
        var problem = await EdgeUnderTest.ReadAsync(response);
        Assert.Equal("/problems/model-retired", problem.GetProperty("type").GetString());
        Assert.Contains("'krea-2-nano'", problem.GetProperty("detail").GetString());
    }

    private static string Header(HttpResponseMessage response, string name) => string.Join(",", response.Headers.GetValues(name));

    private async Task<JsonElement> ReadAsync(string path)
    {
        using var response = await edge.Client.GetAsync(path);
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        return await EdgeUnderTest.ReadAsync(response);
    }

    /// <summary>An edge whose models have a life.</summary>
    public sealed class Edge : EdgeUnderTest
    {
        /// <inheritdoc/>
        protected override IEnumerable<(string Key, string Value)> Settings =>
        [
            ("Prices:Models:krea-2-nano:PerImageMicros", "30000"), ("Models:Aliases:gpt-image-1", "krea-2-nano"), ("Models:Aliases:krea/krea-2/medium", "krea-2-nano"),
            ("Models:Registry:krea-2-nano:DeprecatedAt", "2026-01-01T00:00:00Z"), ("Models:Registry:krea-2-nano:SunsetAt", "2100-01-01T00:00:00Z"),
            ("Models:Registry:krea-2-nano:Replacement", "krea-3"), ("Models:Registry:krea-2-nano:Documentation", "https://example.com/moving"),
            ("Models:Registry:krea-2-old:SunsetAt", "2026-01-01T00:00:00Z"), ("Models:Registry:krea-2-old:Replacement", "krea-2-nano"),
        ];
    }
}

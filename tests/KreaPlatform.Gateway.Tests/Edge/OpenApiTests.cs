using System.Net;
using System.Text.Json;
using KreaPlatform.Gateway.Requests;

namespace KreaPlatform.Gateway.Tests.Edge;

public sealed class OpenApiTests(EdgeUnderTest edge) : IClassFixture<EdgeUnderTest>
{
    [Fact]
    public async Task Every_operation_is_described_with_examples()
    {
        var document = await DocumentAsync();
        Assert.StartsWith("3.1", document.GetProperty("openapi").GetString());
        var operations = Operations(document).ToDictionary(o => $"{o.Method} {o.Path}", o => o.Operation);
        Assert.Equal(
            [
                "delete /assets/{id}", "delete /jobs/{id}", "delete /v1/account/members/{id}", "delete /v1/assets/{id}",
                "delete /v1/generations/{id}", "delete /v1/keys/{id}", "delete /v1/styles/{id}", "delete /v1/webhooks/{id}", "get /assets",
                "get /assets/{id}", "get /jobs", "get /jobs/{id}", "get /styles", "get /styles/{id}", "get /v1/account", "get /v1/account/entries",
                "get /v1/account/members", "get /v1/account/top-ups/{id}", "get /v1/accounts/confirm", "get /v1/admin/accounts",
                "get /v1/admin/accounts/{id}", "get /v1/admin/audit", "get /v1/assets", "get /v1/assets/{id}", "get /v1/assets/{id}/content",
                "get /v1/generations", "get /v1/generations/{id}", "get /v1/generations/{id}/events", "get /v1/generations/{id}/images/{index}",
                "get /v1/keys", "get /v1/keys/{id}", "get /v1/models", "get /v1/models/{id}", "get /v1/styles", "get /v1/styles/{id}",
                "get /v1/usage", "get /v1/webhooks", "get /v1/webhooks/{id}", "get /v1/webhooks/{id}/deliveries",
                "get /v1/webhooks/{id}/deliveries/{delivery}", "head /v1/assets/{id}/content", "head /v1/generations/{id}/images/{index}",
                "patch /v1/account/members/{id}", "patch /v1/admin/accounts/{id}", "patch /v1/styles/{id}", "patch /v1/webhooks/{id}",
                "post /assets", "post /generate/image/{model}", "post /v1/account/members", "post /v1/account/top-ups", "post /v1/accounts",
                "post /v1/accounts/confirm", "post /v1/admin/accounts", "post /v1/admin/accounts/{id}/credits",
                "post /v1/admin/accounts/{id}/resume", "post /v1/admin/accounts/{id}/suspend", "post /v1/admin/generations/{id}/refund",
                "post /v1/assets", "post /v1/generations", "post /v1/generations/{id}/cancel", "post /v1/generations/{id}/images/{index}/upscale",
                "post /v1/generations/{id}/images/{index}/variations", "post /v1/generations/{id}/rerun", "post /v1/images/edits",
                "post /v1/images/generations", "post /v1/keys", "post /v1/keys/{id}/rotate", "post /v1/styles", "post /v1/webhooks",
                "post /v1/webhooks/{id}/deliveries/{delivery}/replay", "post /v1/webhooks/{id}/replay", "post /v1/webhooks/{id}/rotate-secret",
                "post /v1/webhooks/{id}/test",
            ], operations.Keys.Order(StringComparer.Ordinal));
        foreach (var (name, operation) in operations)
        {
            Assert.True(operation.GetProperty("summary").GetString()!.Length > 0, name);
            Assert.True(operation.GetProperty("description").GetString()!.Length > 0, name);
            foreach (var response in operation.GetProperty("responses").EnumerateObject())
                foreach (var content in response.Value.TryGetProperty("content", out var media) ? media.EnumerateObject() : default)
                    Assert.True(content.Name.StartsWith("image/") || content.Value.TryGetProperty("example", out _), $"{name} {response.Name}");
            foreach (var parameter in operation.TryGetProperty("parameters", out var parameters) ? parameters.EnumerateArray() : default)
                Assert.True(parameter.GetProperty("description").GetString()!.Length > 0, name);
            Assert.Equal(!name.EndsWith("/images/{index}") && !name.EndsWith("/content") && !name.Contains(" /v1/accounts"), operation.TryGetProperty("security", out _));
        }
        Assert.True(operations["post /v1/generations"].GetProperty("requestBody").GetProperty("content").GetProperty("application/json").TryGetProperty("example", out _));
    }

    [Fact]
    public async Task The_described_body_has_the_fields_that_are_read()
    {
        var body = (await DocumentAsync()).GetProperty("components").GetProperty("schemas").GetProperty("GenerationBody");
        Assert.Equal(RequestFields.All.Names.Order(), body.GetProperty("properties").EnumerateObject().Select(p => p.Name).Order());
        Assert.Equal(RequestFields.Output.Names.Order(),
            body.GetProperty("properties").GetProperty("output").GetProperty("properties").EnumerateObject().Select(p => p.Name).Order());
        Assert.Equal(RequestFields.Webhook.Names.Order(),
            body.GetProperty("properties").GetProperty("webhook").GetProperty("properties").EnumerateObject().Select(p => p.Name).Order());
        AssertElements(RequestFields.Reference.Names, body, "references");
        AssertElements(RequestFields.Style.Names, body, "styles");
        AssertElements(RequestFields.Moodboard.Names, body, "moodboards");
        AssertElements(RequestFields.BoardImage.Names, body.GetProperty("properties").GetProperty("moodboards").GetProperty("items"), "images");

        static void AssertElements(IReadOnlyList<string> names, JsonElement of, string list) => Assert.Equal(names.Order(),
            of.GetProperty("properties").GetProperty(list).GetProperty("items").GetProperty("properties").EnumerateObject().Select(p => p.Name).Order());
    }

    [Fact]
    public async Task References_within_the_document_resolve()
    {
        var document = await DocumentAsync();
        foreach (var reference in References(document))
        {
            var at = document;
            foreach (var segment in reference[2..].Split('/')) Assert.True(at.TryGetProperty(segment, out at), reference);
        }
        var status = document.GetProperty("components").GetProperty("schemas").GetProperty("JobStatus").GetProperty("enum");
        Assert.Contains("backlogged", status.EnumerateArray().Select(s => s.GetString()));
    }

    [Fact]
    public async Task Examples_of_answers_fit_their_schemas()
    {
        var document = await DocumentAsync();
        var schema = document.GetProperty("components").GetProperty("schemas").GetProperty("GenerationResource");
        var queued = document.GetProperty("paths").GetProperty("/v1/generations").GetProperty("post").GetProperty("responses").GetProperty("202")
            .GetProperty("content").GetProperty("application/json").GetProperty("example");
        Assert.Equal(schema.GetProperty("properties").EnumerateObject().Select(p => p.Name).Order(), queued.EnumerateObject().Select(p => p.Name).Order());
        Assert.Equal(schema.GetProperty("required").EnumerateArray().Select(p => p.GetString()).Order(), queued.EnumerateObject().Select(p => p.Name).Order());
        foreach (var member in queued.EnumerateObject())
        {
            var text = schema.GetProperty("properties").GetProperty(member.Name).GetRawText();
            if (member.Value.ValueKind == JsonValueKind.Null) Assert.Contains("\"null\"", text);
        }
        Assert.Equal("string", schema.GetProperty("properties").GetProperty("id").GetProperty("type").GetString());
    }

    [Fact]
    public async Task The_example_request_is_accepted()
    {
        var document = await DocumentAsync();
        var example = document.GetProperty("paths").GetProperty("/v1/generations").GetProperty("post").GetProperty("requestBody").GetProperty("content")
            .GetProperty("application/json").GetProperty("example").GetRawText();
        await edge.SubmitAsync(example);
        using var page = await edge.Stranger.GetAsync("/swagger/index.html");
        Assert.Equal(HttpStatusCode.OK, page.StatusCode);
    }

    private async Task<JsonElement> DocumentAsync()
    {
        using var response = await edge.Stranger.GetAsync("/openapi.json");
        Assert.True(response.StatusCode == HttpStatusCode.OK, await response.Content.ReadAsStringAsync());
        return await EdgeUnderTest.ReadAsync(response);
    }

    private static IEnumerable<(string Path, string Method, JsonElement Operation)> Operations(JsonElement document) =>
        from path in document.GetProperty("paths").EnumerateObject()
        from operation in path.Value.EnumerateObject()
        select (path.Name, operation.Name, operation.Value);

    private static IEnumerable<string> References(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.Object => value.EnumerateObject().SelectMany(m =>
            m.Name == "$ref" && m.Value.ValueKind == JsonValueKind.String ? [m.Value.GetString()!] : References(m.Value)),
        JsonValueKind.Array => value.EnumerateArray().SelectMany(References),
        _ => [],
    };
}

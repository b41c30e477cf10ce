using System.Net;
using System.Net.Http.Headers;
using System.Text;
using KreaPlatform.Gateway.Keys;
using KreaPlatform.Gateway.Tests.Assets;
using Microsoft.AspNetCore.Routing;
using static KreaPlatform.Gateway.Tests.Accounts.AccountsEdge;

namespace KreaPlatform.Gateway.Tests.Accounts;

/// <summary>Every route with every kind of stranger: no key, a revoked one, one that only reads, and one of another account.</summary>
public sealed class AuthorisationMatrixTests(AccountsEdge edge) : IClassFixture<AccountsEdge>
{
    // Needs no key: a signed link, or nobody has a key yet, or it tells nothing of anybody.
    private static readonly string[] Open =
    [
        "/v1/accounts", "/v1/accounts/confirm", "/v1/generations/{id}/images/{index}", "/v1/assets/{id}/content", "/openapi.json", "/problems", "/problems/{name}",
        "/health/live", "/health/ready", "/broken",
    ];

    [Fact]
    public async Task Without_a_key_in_force_nothing_is_told()
    {
        var owner = await edge.AccountAsync();
        var made = await SendAsync(owner.Client, HttpMethod.Post, "/v1/keys", new { name = "old" }, HttpStatusCode.Created);
        using var revoked = edge.ClientOf(made.GetProperty("key").GetString()!);
        await SendAsync(owner.Client, HttpMethod.Delete, $"/v1/keys/{made.GetProperty("id").GetString()}", null, HttpStatusCode.NoContent);
        foreach (var (method, path, _) in Routes())
            foreach (var client in new[] { edge.Stranger, revoked })
                Assert.True(HttpStatusCode.Unauthorized == await StatusAsync(client, method, Filled(path)), $"{method} {path}");
    }

    [Fact]
    public async Task A_key_that_only_reads_changes_nothing_anywhere()
    {
        var owner = await edge.AccountAsync(micros: 10 * Price);
        var reader = await edge.MemberAsync(owner, "read_only");
        foreach (var (method, path, _) in Routes().Where(r => r.Method is not ("GET" or "HEAD")))
            Assert.True(HttpStatusCode.Forbidden == await StatusAsync(reader.Client, method, Filled(path)), $"{method} {path}");
    }

    [Fact]
    public async Task Every_keyed_route_says_what_it_needs_and_none_needs_nothing()
    {
        await Task.CompletedTask;
        foreach (var (method, path, endpoint) in Routes())
        {
            var needs = endpoint.Metadata.GetMetadata<NeedsAttribute>();
            Assert.True(needs is null || needs.Scopes != Scopes.None, $"{method} {path}");
            Assert.Equal(path.StartsWith("/v1/admin", StringComparison.Ordinal), needs?.Scopes == Scopes.Admin);
        }
    }

    [Fact]
    public async Task What_another_account_has_is_as_good_as_nothing()
    {
        var (ada, eve) = (await edge.AccountAsync(micros: 10 * Price), await edge.AccountAsync(micros: 10 * Price));
        var job = await SendAsync(ada.Client, HttpMethod.Post, "/v1/generations", new { prompt = "a cat" }, HttpStatusCode.Accepted);
        var (generation, done) = (job.GetProperty("id").GetString()!, await SendAsync(ada.Client, HttpMethod.Post, "/v1/generations", new { prompt = "a dog" }, HttpStatusCode.Accepted));
        await edge.FinishAsync(done.GetProperty("id").GetString()!);
        var asset = await UploadAsync(ada);
        var style = (await SendAsync(ada.Client, HttpMethod.Post, "/v1/styles", new { name = "ink", images = new[] { asset } }, HttpStatusCode.Created)).GetProperty("id").GetString()!;
        var topUp = (await SendAsync(ada.Client, HttpMethod.Post, "/v1/account/top-ups", new { amount_micros = 1_000_000 }, HttpStatusCode.Created)).GetProperty("id").GetString()!;
        var member = (await SendAsync(ada.Client, HttpMethod.Get, "/v1/account/members", null, HttpStatusCode.OK)).GetProperty("items")[0].GetProperty("id").GetString()!;
        (HttpMethod Method, string Path, object? Body)[] attempts =
        [
            (HttpMethod.Get, $"/v1/generations/{generation}", null), (HttpMethod.Get, $"/v1/generations/{generation}/events", null),
            (HttpMethod.Post, $"/v1/generations/{generation}/cancel", null), (HttpMethod.Delete, $"/v1/generations/{generation}", null),
            (HttpMethod.Post, $"/v1/generations/{generation}/rerun", new { }), (HttpMethod.Post, $"/v1/generations/{done.GetProperty("id").GetString()}/images/0/variations", new { }),
            (HttpMethod.Post, $"/v1/generations/{done.GetProperty("id").GetString()}/images/0/upscale", new { factor = 2 }),
            (HttpMethod.Get, $"/v1/assets/{asset}", null), (HttpMethod.Delete, $"/v1/assets/{asset}", null),
            (HttpMethod.Get, $"/v1/styles/{style}", null), (HttpMethod.Patch, $"/v1/styles/{style}", new { name = "mine" }), (HttpMethod.Delete, $"/v1/styles/{style}", null),
            (HttpMethod.Get, $"/v1/keys/{ada.KeyId}", null), (HttpMethod.Post, $"/v1/keys/{ada.KeyId}/rotate", new { }), (HttpMethod.Delete, $"/v1/keys/{ada.KeyId}", null),
            (HttpMethod.Patch, $"/v1/account/members/{member}", new { role = "read_only" }), (HttpMethod.Delete, $"/v1/account/members/{member}", null),
            (HttpMethod.Get, $"/v1/account/top-ups/{topUp}", null),
        ];
        foreach (var (method, path, body) in attempts) await ProblemAsync(eve.Client, method, path, body, HttpStatusCode.NotFound, "/not-found");
        // As a reference to somebody else's things it is unknown too.
        await ProblemAsync(eve.Client, HttpMethod.Post, "/v1/generations", new { prompt = "x", references = new[] { new { image = asset } } }, HttpStatusCode.UnprocessableEntity, "/invalid-request");
        await ProblemAsync(eve.Client, HttpMethod.Post, "/v1/generations", new { prompt = "x", styles = new[] { new { id = style } } }, HttpStatusCode.UnprocessableEntity, "/invalid-request");
        foreach (var list in new[] { "/v1/generations", "/v1/assets", "/v1/styles", "/v1/account/entries", "/v1/keys" })
        {
            var text = (await SendAsync(eve.Client, HttpMethod.Get, list, null, HttpStatusCode.OK)).GetRawText();
            Assert.DoesNotContain(new[] { generation, asset, style, ada.KeyId, ada.Account }, text.Contains);
        }
        // And all of it is still there.
        Assert.Equal("queued", (await SendAsync(ada.Client, HttpMethod.Get, $"/v1/generations/{generation}", null, HttpStatusCode.OK)).GetProperty("status").GetString());
        await SendAsync(ada.Client, HttpMethod.Get, $"/v1/styles/{style}", null, HttpStatusCode.OK);
    }

    [Theory]
    [InlineData("""{"prompt":"a cat","account_id":"acc_other"}""")]
    [InlineData("""{"prompt":"a cat","price_micros":0}""")]
    [InlineData("""{"prompt":"a cat","status":"completed"}""")]
    [InlineData("""{"prompt":"a cat","tier":"enterprise"}""")]
    [InlineData("""{"prompt":"a cat","rights":{"owner":"acc_other"}}""")]
    public async Task Nothing_that_is_not_the_caller_s_to_say_can_be_said(string body)
    {
        var owner = await edge.AccountAsync(micros: Price);
        var problem = await ProblemAsync(owner.Client, HttpMethod.Post, "/v1/generations", body, HttpStatusCode.UnprocessableEntity, "/invalid-request");
        Assert.Equal("unknown_field", problem.GetProperty("errors")[0].GetProperty("code").GetString());
    }

    private IEnumerable<(string Method, string Path, RouteEndpoint Endpoint)> Routes() =>
        from endpoint in edge.Get<IEnumerable<EndpointDataSource>>().SelectMany(s => s.Endpoints).OfType<RouteEndpoint>()
        let path = "/" + endpoint.RoutePattern.RawText!.Trim('/')
        where path.StartsWith("/v1/", StringComparison.Ordinal) && !Open.Contains(path)
        from method in endpoint.Metadata.GetMetadata<HttpMethodMetadata>()?.HttpMethods ?? []
        where method != "OPTIONS"
        select (method, path, endpoint);

    private static string Filled(string path) => path.Replace("{index}", "0").Replace("{**id}", "krea-2-nano").Replace("{id}", "gen_01m85njxmsf2ta7xhw9stqbbz1")
        .Replace("{delivery}", "msg_01m85njxmsf2ta7xhw9stqbbz1");

    private static async Task<HttpStatusCode> StatusAsync(HttpClient client, string method, string path)
    {
        using var request = new HttpRequestMessage(new HttpMethod(method), path);
        if (method is "POST" or "PATCH") request.Content = new StringContent("{}", Encoding.UTF8, "application/json");
        using var response = await client.SendAsync(request);
        return response.StatusCode;
    }

    private static async Task<string> UploadAsync(Holder owner)
    {
        using var file = new ByteArrayContent(Uploads.Png());
        file.Headers.ContentType = new MediaTypeHeaderValue("image/png");
        using var form = new MultipartFormDataContent { { file, "file", "a.png" } };
        using var response = await owner.Client.PostAsync("/v1/assets", form);
        Assert.True(response.IsSuccessStatusCode, await response.Content.ReadAsStringAsync());
        return (await Edge.EdgeUnderTest.ReadAsync(response)).GetProperty("id").GetString()!;
    }
}

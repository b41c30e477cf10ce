using System.Net;
using Grpc.Core;
using Grpc.Net.Client;
using Grpc.Net.Client.Web;
using KreaPlatform.Contracts.Grpc.V1;
using KreaPlatform.Gateway.Rest;
using Microsoft.Extensions.DependencyInjection;

namespace KreaPlatform.Gateway.Tests.Edge;

/// <summary>What a page in a browser can do: gRPC-Web on the HTTP port, and CORS for the configured origins only.</summary>
public sealed class BrowserTests : IAsyncLifetime
{
    private readonly EdgeUnderTest _edge = new() { Configure = services => services.Configure<EdgeOptions>(edge => edge.AllowedOrigins = ["https://app.example.com"]) };

    public ValueTask InitializeAsync() => _edge.InitializeAsync();

    public ValueTask DisposeAsync() => _edge.DisposeAsync();

    [Theory]
    [InlineData(GrpcWebMode.GrpcWeb)]
    [InlineData(GrpcWebMode.GrpcWebText)]
    public async Task A_page_submits_and_watches_over_gRPC_Web(GrpcWebMode mode)
    {
        using var channel = GrpcChannel.ForAddress(_edge.Http, new GrpcChannelOptions
        {
            HttpHandler = new GrpcWebHandler(mode, new HttpClientHandler()), HttpVersion = HttpVersion.Version11, HttpVersionPolicy = HttpVersionPolicy.RequestVersionExact,
        });
        var stub = new GenerationService.GenerationServiceClient(channel);
        var key = new Metadata { { "authorization", "Bearer " + EdgeUnderTest.AliceKey } };
        var submitted = await stub.SubmitAsync(new SubmitRequest { Prompt = "a cat" }, key);
        using var watch = stub.Watch(new WatchRequest { Id = submitted.Id }, key);
        await _edge.CompleteAsync(submitted.Id);
        var types = new List<string>();
        await foreach (var item in watch.ResponseStream.ReadAllAsync()) types.Add(item.Type);
        Assert.Equal("generation.completed", types[^1]);
        Assert.Equal(StatusCode.InvalidArgument, (await Assert.ThrowsAsync<RpcException>(async () => await stub.SubmitAsync(new SubmitRequest(), key))).StatusCode);
    }

    [Fact]
    public async Task A_configured_origin_may_call_and_read_limits_and_another_may_not()
    {
        foreach (var (origin, allowed) in new[] { ("https://app.example.com", true), ("https://evil.example.com", false), ("null", false) })
        {
            var preflight = new HttpRequestMessage(HttpMethod.Options, "/v1/generations");
            preflight.Headers.Add("Origin", origin);
            preflight.Headers.Add("Access-Control-Request-Method", "POST");
            preflight.Headers.Add("Access-Control-Request-Headers", "authorization,content-type,idempotency-key");
            using var asked = await _edge.Stranger.SendAsync(preflight);
            Assert.Equal(allowed, asked.Headers.Contains("Access-Control-Allow-Origin"));

            var read = new HttpRequestMessage(HttpMethod.Get, "/v1/models");
            read.Headers.Add("Origin", origin);
            using var answered = await _edge.Client.SendAsync(read);
            Assert.Equal(HttpStatusCode.OK, answered.StatusCode);
            Assert.Equal(allowed ? [origin] : [], answered.Headers.TryGetValues("Access-Control-Allow-Origin", out var values) ? values : []);
            Assert.False(answered.Headers.Contains("Access-Control-Allow-Credentials"));
            if (allowed) Assert.Contains("RateLimit", string.Join(',', answered.Headers.GetValues("Access-Control-Expose-Headers")));
        }
    }
}

using System.Net;
using Google.Rpc;
using Grpc.Core;
using Grpc.Net.Client;
using KreaPlatform.Gateway.Keys;
using KreaPlatform.Gateway.Tests.Edge;
using Microsoft.Extensions.DependencyInjection;

namespace KreaPlatform.Gateway.Tests.Limits;

/// <summary>What a caller sees of the limits, over real sockets.</summary>
public sealed class LimitsHttpTests : IAsyncLifetime
{
    private readonly EdgeUnderTest _edge = new() { Configure = services => services.AddSingleton<IKeyring>(new BobIsLimited()) };

    public ValueTask InitializeAsync() => _edge.InitializeAsync();

    public ValueTask DisposeAsync() => _edge.DisposeAsync();

    [Fact]
    public async Task Limits_are_visible_before_they_bite_and_say_when_to_come_back()
    {
        using var bob = _edge.ClientOf(EdgeUnderTest.BobKey);
        for (var left = 2; left >= 0; left--)
        {
            using var response = await bob.GetAsync("/v1/models");
            Assert.Equal(HttpStatusCode.OK, response.StatusCode);
            Assert.Equal("\"requests\";q=3;w=60", Assert.Single(response.Headers.GetValues("RateLimit-Policy")));
            Assert.StartsWith($"\"requests\";r={left};t=", Assert.Single(response.Headers.GetValues("RateLimit")));
        }

        using var refused = await _edge.PostAsync("""{"prompt":"a cat"}""", bob);
        Assert.Equal(HttpStatusCode.TooManyRequests, refused.StatusCode);
        Assert.InRange(refused.Headers.RetryAfter!.Delta!.Value.TotalSeconds, 1, 20);
        var problem = await EdgeUnderTest.ReadAsync(refused);
        Assert.Equal("https://iana.org/assignments/http-problem-types#quota-exceeded", problem.GetProperty("type").GetString());
        Assert.Equal("requests", problem.GetProperty("violated-policies")[0].GetString());
    }

    [Fact]
    public async Task One_account_s_limit_is_not_another_s()
    {
        using var bob = _edge.ClientOf(EdgeUnderTest.BobKey);
        for (var i = 0; i < 5; i++) await bob.GetAsync("/v1/models");
        using var alice = await _edge.Client.GetAsync("/v1/models");
        Assert.Equal(HttpStatusCode.OK, alice.StatusCode);
        Assert.False(alice.Headers.Contains("RateLimit"));
    }

    [Fact]
    public async Task Calls_are_counted_with_requests()
    {
        var stub = new Contracts.Grpc.V1.GenerationService.GenerationServiceClient(GrpcChannel.ForAddress(_edge.Grpc));
        var bob = new Metadata { { "authorization", "Bearer " + EdgeUnderTest.BobKey } };
        for (var i = 0; i < 3; i++) await stub.ListAsync(new(), bob);
        var refused = await Assert.ThrowsAsync<RpcException>(async () => await stub.ListAsync(new(), bob));
        Assert.Equal(StatusCode.ResourceExhausted, refused.StatusCode);
        Assert.True(refused.GetRpcStatus()!.GetDetail<RetryInfo>()!.RetryDelay.ToTimeSpan() > TimeSpan.Zero);
    }

    private sealed class BobIsLimited : IKeyring
    {
        public ValueTask<Caller?> AuthenticateAsync(string key, CancellationToken cancel) => ValueTask.FromResult(key switch
        {
            EdgeUnderTest.AliceKey => EdgeUnderTest.Alice,
            EdgeUnderTest.BobKey => EdgeUnderTest.Bob with { Plan = EdgeUnderTest.Bob.Plan with { RequestsPerMinute = 3, OpenStreams = 2 } },
            _ => null,
        });
    }
}

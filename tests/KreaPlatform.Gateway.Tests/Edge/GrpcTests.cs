using Google.Rpc;
using Grpc.Core;
using Grpc.Health.V1;
using Grpc.Net.Client;
using KreaPlatform.Contracts.Grpc.V1;
using GenerationStub = KreaPlatform.Contracts.Grpc.V1.GenerationService.GenerationServiceClient;

namespace KreaPlatform.Gateway.Tests.Edge;

public sealed class GrpcTests(EdgeUnderTest edge) : IClassFixture<EdgeUnderTest>
{
    private static readonly Metadata Key = new() { { "authorization", "Bearer " + EdgeUnderTest.AliceKey } };

    private GenerationStub Stub => new(GrpcChannel.ForAddress(edge.Grpc));

    [Fact]
    public async Task A_generation_goes_through_with_its_stream()
    {
        var submitted = await Stub.SubmitAsync(new SubmitRequest { Prompt = "a cat", N = 2, Seed = (1L << 53) - 1, Output = new() { Format = "webp" } }, Key);
        Assert.Equal("queued", submitted.Status);
        Assert.Equal((1L << 53) - 1, submitted.Request.Fields["seed"].NumberValue);
        using var watch = Stub.Watch(new WatchRequest { Id = submitted.Id }, Key);
        await edge.CompleteAsync(submitted.Id, [1], [2]);
        var events = new List<GenerationEvent>();
        await foreach (var item in watch.ResponseStream.ReadAllAsync()) events.Add(item);
        Assert.Equal(["generation.queued", "generation.started", "generation.completed"], events.Where(e => e.Generation is not null).Select(e => e.Type));
        Assert.Equal([1L, 2, 3], events.Where(e => e.Generation is not null).Select(e => e.Number));
        var url = events[^1].Generation.Images[1].Url;
        Assert.Equal([2], await edge.Stranger.GetByteArrayAsync(url));
        Assert.Equal("completed", (await Stub.GetAsync(new GetRequest { Id = submitted.Id }, Key)).Status);
    }

    [Fact]
    public async Task Invalid_fields_are_named_in_rich_details()
    {
        var failure = await Assert.ThrowsAsync<RpcException>(async () => await Stub.SubmitAsync(
            new SubmitRequest { N = 17, Width = 100, Guidance = double.NaN, Output = new() { Format = "gif" } }, Key));
        Assert.Equal(StatusCode.InvalidArgument, failure.StatusCode);
        var violations = failure.GetRpcStatus()!.GetDetail<BadRequest>()!.FieldViolations;
        Assert.Equal(["guidance", "height", "n", "output.format", "prompt", "width"], violations.Select(v => v.Field).Order());
        Assert.Equal("OUT_OF_RANGE", violations.Single(v => v.Field == "guidance").Reason);
    }

    [Fact]
    public async Task A_call_with_a_key_is_made_once()
    {
        Metadata keyed = [.. Key, new("idempotency-key", "grpc-1")];
        var first = await Stub.SubmitAsync(new SubmitRequest { Prompt = "a cat" }, keyed);
        var again = await Stub.SubmitAsync(new SubmitRequest { Prompt = "a cat" }, keyed);
        Assert.Equal(first, again);
        var other = await Assert.ThrowsAsync<RpcException>(async () => await Stub.SubmitAsync(new SubmitRequest { Prompt = "a dog" }, keyed));
        Assert.Equal(StatusCode.InvalidArgument, other.StatusCode);
    }

    [Fact]
    public async Task Calls_need_a_key_and_health_does_not()
    {
        foreach (var metadata in new[] { new Metadata(), new Metadata { { "authorization", "Bearer wrong" } } })
        {
            Assert.Equal(StatusCode.Unauthenticated,
                (await Assert.ThrowsAsync<RpcException>(async () => await Stub.ListAsync(new ListRequest(), metadata))).StatusCode);
            using var watch = Stub.Watch(new WatchRequest(), metadata);
            Assert.Equal(StatusCode.Unauthenticated, (await Assert.ThrowsAsync<RpcException>(() => watch.ResponseStream.MoveNext(default))).StatusCode);
        }
        var health = await new Health.HealthClient(GrpcChannel.ForAddress(edge.Grpc)).CheckAsync(new HealthCheckRequest());
        Assert.NotEqual(HealthCheckResponse.Types.ServingStatus.ServiceUnknown, health.Status);
    }

    [Fact]
    public async Task What_does_not_exist_or_has_ended_has_its_own_status()
    {
        Assert.Equal(StatusCode.NotFound, await StatusAsync(() => Stub.GetAsync(new GetRequest { Id = "gen_06f0p8x6d5t7v3m1c2k9qaz4we" }, Key).ResponseAsync));
        Assert.Equal(StatusCode.NotFound, await StatusAsync(() => Stub.CancelAsync(new CancelRequest { Id = "x" }, Key).ResponseAsync));
        Assert.Equal(StatusCode.InvalidArgument, await StatusAsync(() => Stub.ListAsync(new ListRequest { Limit = 101 }, Key).ResponseAsync));
        Assert.Equal(StatusCode.InvalidArgument, await StatusAsync(() => Stub.ListAsync(new ListRequest { Status = "done" }, Key).ResponseAsync));
        var id = await edge.SubmitAsync();
        Assert.Equal("cancelled", (await Stub.CancelAsync(new CancelRequest { Id = id }, Key)).Status);
        Assert.Equal(StatusCode.FailedPrecondition, await StatusAsync(() => Stub.CancelAsync(new CancelRequest { Id = id }, Key).ResponseAsync));
        Assert.Contains(id, (await Stub.ListAsync(new ListRequest { Status = "cancelled" }, Key)).Items.Select(g => g.Id));
        using var watch = Stub.Watch(new WatchRequest { Id = id, After = 99 }, Key);
        Assert.Equal(StatusCode.InvalidArgument, await StatusAsync(() => watch.ResponseStream.MoveNext(default)));
    }

    private static async Task<StatusCode> StatusAsync(Func<Task> call) => (await Assert.ThrowsAsync<RpcException>(call)).StatusCode;
}

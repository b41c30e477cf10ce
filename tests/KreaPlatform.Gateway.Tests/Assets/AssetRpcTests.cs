using Google.Protobuf;
using Google.Rpc;
using Grpc.Core;
using Grpc.Net.Client;
using KreaPlatform.Contracts.Grpc.V1;
using KreaPlatform.Gateway.Tests.Edge;
using AssetStub = KreaPlatform.Contracts.Grpc.V1.AssetService.AssetServiceClient;
using StyleStub = KreaPlatform.Contracts.Grpc.V1.StyleService.StyleServiceClient;

namespace KreaPlatform.Gateway.Tests.Assets;

/// <summary>gRPC has the semantics of REST: what one makes the other shows.</summary>
public sealed class AssetRpcTests(EdgeUnderTest edge) : IClassFixture<EdgeUnderTest>
{
    private static readonly Metadata Alice = new() { { "authorization", "Bearer " + EdgeUnderTest.AliceKey } };
    private static readonly Metadata Bob = new() { { "authorization", "Bearer " + EdgeUnderTest.BobKey } };

    private AssetStub Assets => new(GrpcChannel.ForAddress(edge.Grpc));
    private StyleStub Styles => new(GrpcChannel.ForAddress(edge.Grpc));

    [Fact]
    public async Task A_file_in_pieces_becomes_the_asset_that_REST_shows()
    {
        var file = Uploads.Png(64, 64);
        var uploaded = await UploadAsync([.. file.Chunk(1000).Select(c => new UploadAssetRequest { Chunk = ByteString.CopyFrom(c) })]);
        Assert.True(uploaded.Created);
        var rest = await edge.AssetAsync(uploaded.Asset.Id);
        Assert.Equal((64, 64, rest.GetProperty("bytes").GetInt64()), (uploaded.Asset.Width, uploaded.Asset.Height, uploaded.Asset.Bytes));
        Assert.Equal(rest.Url(), uploaded.Asset.Url);
        Assert.Equal("acc_alice", uploaded.Asset.Rights.Owner);
        Assert.Equal(uploaded.Asset.Bytes, (await edge.Stranger.GetByteArrayAsync(uploaded.Asset.Url)).Length);

        var again = await UploadAsync(new UploadAssetRequest { Url = "data:;base64," + Convert.ToBase64String(file) });
        Assert.False(again.Created);
        Assert.Equal(uploaded.Asset, again.Asset);
        Assert.Equal(uploaded.Asset, await Assets.GetAsync(new GetAssetRequest { Id = uploaded.Asset.Id }, Alice));
        Assert.Contains(uploaded.Asset, (await Assets.ListAsync(new ListAssetsRequest { Limit = 100 }, Alice)).Items);

        Assert.Equal(StatusCode.NotFound, await StatusAsync(() => Assets.GetAsync(new GetAssetRequest { Id = uploaded.Asset.Id }, Bob).ResponseAsync));
        Assert.Equal(StatusCode.NotFound, await StatusAsync(() => Assets.DeleteAsync(new DeleteAssetRequest { Id = uploaded.Asset.Id }, Bob).ResponseAsync));
        await Assets.DeleteAsync(new DeleteAssetRequest { Id = uploaded.Asset.Id }, Alice);
        Assert.Equal(StatusCode.NotFound, await StatusAsync(() => Assets.GetAsync(new GetAssetRequest { Id = uploaded.Asset.Id }, Alice).ResponseAsync));
    }

    [Fact]
    public async Task What_is_no_image_or_too_large_is_named_in_rich_details()
    {
        Assert.Equal(("chunk", "EMPTY"), await ViolationAsync());
        Assert.Equal(("chunk", "UNSUPPORTED_FORMAT"), await ViolationAsync(new UploadAssetRequest { Chunk = ByteString.CopyFromUtf8("<svg/>") }));
        Assert.Equal(("url", "URL_REFUSED"), await ViolationAsync(new UploadAssetRequest { Url = "https://127.0.0.1/" }));
        Assert.Equal(("url", "CONFLICT"), await ViolationAsync(new UploadAssetRequest { Chunk = ByteString.CopyFromUtf8("x") }, new UploadAssetRequest { Url = "https://example.com/" }));
        var piece = new UploadAssetRequest { Chunk = ByteString.CopyFrom(new byte[1_000_000]) };
        Assert.Equal(("chunk", "TOO_MANY_BYTES"), await ViolationAsync([.. Enumerable.Repeat(piece, 21)]));
        Assert.Equal(StatusCode.InvalidArgument, await StatusAsync(() => Assets.ListAsync(new ListAssetsRequest { Limit = 101 }, Alice).ResponseAsync));
        Assert.Equal(StatusCode.Unauthenticated, await StatusAsync(() => Assets.ListAsync(new ListAssetsRequest(), new Metadata()).ResponseAsync));
    }

    [Fact]
    public async Task Styles_are_made_changed_shared_and_deleted()
    {
        var asset = (await UploadAsync(new UploadAssetRequest { Chunk = ByteString.CopyFrom(Uploads.Png()) })).Asset;
        var style = await Styles.CreateAsync(new CreateStyleRequest { Name = "ink", Images = { asset.Id }, Weights = { 2 } }, Alice);
        Assert.Equal(("private", true, asset.Id, 2.0), (style.Visibility, style.Own, style.Images[0].Asset, style.Images[0].Weight));
        Assert.Equal(StatusCode.FailedPrecondition, await StatusAsync(() => Assets.DeleteAsync(new DeleteAssetRequest { Id = asset.Id }, Alice).ResponseAsync));
        Assert.Equal(StatusCode.NotFound, await StatusAsync(() => Styles.GetAsync(new GetStyleRequest { Id = style.Id }, Bob).ResponseAsync));

        Assert.Equal("shared", (await Styles.UpdateAsync(new UpdateStyleRequest { Id = style.Id, Visibility = "shared" }, Alice)).Visibility);
        var theirs = await Styles.GetAsync(new GetStyleRequest { Id = style.Id }, Bob);
        Assert.Equal((false, 0, 1), (theirs.Own, theirs.Images.Count, theirs.ImageCount));
        Assert.Contains(style.Id, (await Styles.ListAsync(new ListStylesRequest { Scope = "shared" }, Bob)).Items.Select(s => s.Id));
        Assert.Equal(StatusCode.NotFound, await StatusAsync(() => Styles.UpdateAsync(new UpdateStyleRequest { Id = style.Id, Name = "x" }, Bob).ResponseAsync));
        Assert.Equal(StatusCode.InvalidArgument, await StatusAsync(() => Styles.UpdateAsync(new UpdateStyleRequest { Id = style.Id, Name = "" }, Alice).ResponseAsync));
        Assert.Equal(StatusCode.InvalidArgument, await StatusAsync(() => Styles.CreateAsync(new CreateStyleRequest { Name = "x" }, Alice).ResponseAsync));
        Assert.Equal(StatusCode.InvalidArgument, await StatusAsync(() => Styles.ListAsync(new ListStylesRequest { Scope = "x" }, Alice).ResponseAsync));

        await Styles.DeleteAsync(new DeleteStyleRequest { Id = style.Id }, Alice);
        Assert.Equal(StatusCode.NotFound, await StatusAsync(() => Styles.DeleteAsync(new DeleteStyleRequest { Id = style.Id }, Alice).ResponseAsync));
    }

    private async Task<UploadAssetResponse> UploadAsync(params UploadAssetRequest[] messages)
    {
        using var call = Assets.Upload(Alice);
        try
        {
            foreach (var message in messages) await call.RequestStream.WriteAsync(message);
            await call.RequestStream.CompleteAsync();
        }
        catch (Exception e) when (e is RpcException or InvalidOperationException)
        {
            // Refused before all was sent: the answer says why.
        }
        return await call.ResponseAsync;
    }

    private async Task<(string Field, string Reason)> ViolationAsync(params UploadAssetRequest[] messages)
    {
        var failure = await Assert.ThrowsAsync<RpcException>(() => UploadAsync(messages));
        Assert.Equal(StatusCode.InvalidArgument, failure.StatusCode);
        var violation = failure.GetRpcStatus()!.GetDetail<BadRequest>()!.FieldViolations.Single();
        return (violation.Field, violation.Reason);
    }

    private static async Task<StatusCode> StatusAsync(Func<Task> call) => (await Assert.ThrowsAsync<RpcException>(call)).StatusCode;
}

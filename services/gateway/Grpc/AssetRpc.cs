using Grpc.Core;
using KreaPlatform.Contracts.Grpc.V1;
using KreaPlatform.Contracts.Ids;
using KreaPlatform.Gateway.Assets;
using KreaPlatform.Gateway.Keys;
using KreaPlatform.Gateway.Paging;
using KreaPlatform.Gateway.Problems;
using KreaPlatform.Gateway.Rest;
using KreaPlatform.ServiceDefaults.Imaging;
using Asset = KreaPlatform.Contracts.Grpc.V1.Asset;
using AssetRow = KreaPlatform.Gateway.Assets.Asset;

namespace KreaPlatform.Gateway.Grpc;

/// <summary>The gRPC surface of assets: the semantics of <c>/v1/assets</c>.</summary>
internal sealed class AssetRpc(Assets.AssetService assets, AssetResources resources, PublicUrls urls, ImageLimits limits)
    : Contracts.Grpc.V1.AssetService.AssetServiceBase
{
    [Needs(Scopes.Assets)]
    public override async Task<UploadAssetResponse> Upload(IAsyncStreamReader<UploadAssetRequest> requestStream, ServerCallContext context)
    {
        var (caller, cancel) = (context.GetHttpContext().Caller(), context.CancellationToken);
        using var bytes = new MemoryStream();
        string? url = null;
        while (await requestStream.MoveNext(cancel))
        {
            var message = requestStream.Current;
            if (url is not null || (message.HasUrl && bytes.Length > 0))
                throw RpcErrors.Invalid([FieldError.At("/url", FieldErrorCode.Conflict, "must come alone: send one URL, or pieces of one file")]);
            if (message.HasUrl) url = message.Url;
            else if (bytes.Length + message.Chunk.Length > limits.MaxBytes)
                throw RpcErrors.Invalid([FieldError.At("/chunk", AssetErrorCode.TooManyBytes, $"belongs to a file of more than {limits.MaxBytes:N0} bytes")]);
            else message.Chunk.WriteTo(bytes);
        }

        var result = url is null ? await assets.UploadAsync(caller, bytes.ToArray(), cancel) : await assets.TakeAsync(caller, url, cancel);
        return result.Succeeded
            ? new UploadAssetResponse { Asset = Show(result.Asset, context), Created = result.IsNew }
            : throw Refused(result.Error, url is null ? "/chunk" : "/url");
    }

    [Needs(Scopes.Read)]
    public override async Task<Asset> Get(GetAssetRequest request, ServerCallContext context) =>
        await assets.FindAsync(context.GetHttpContext().Caller(), request.Id, context.CancellationToken) is { } asset ? Show(asset, context) : throw NoAsset();

    [Needs(Scopes.Read)]
    public override async Task<ListAssetsResponse> List(ListAssetsRequest request, ServerCallContext context)
    {
        var errors = new List<FieldError>();
        var query = PageQuery.Read(RpcPage.Query(request.Limit, request.Cursor), IdPrefix.Asset, errors);
        if (errors.Count > 0) throw RpcErrors.Invalid(errors);
        var page = await assets.ListAsync(context.GetHttpContext().Caller(), query.After, query.Limit, context.CancellationToken);
        var response = new ListAssetsResponse { NextCursor = page.NextCursor ?? "" };
        response.Items.AddRange(page.Items.Select(a => Show(a, context)));
        return response;
    }

    [Needs(Scopes.Assets)]
    public override async Task<DeleteAssetResponse> Delete(DeleteAssetRequest request, ServerCallContext context)
    {
        var deletion = PrefixedId.IsValid(request.Id, IdPrefix.Asset)
            ? await assets.DeleteAsync(context.GetHttpContext().Caller(), request.Id, context.CancellationToken)
            : AssetDeletion.NotFound;
        return deletion.Outcome switch
        {
            AssetDeletionOutcome.Deleted => new DeleteAssetResponse(),
            AssetDeletionOutcome.InUse => throw new RpcException(new Status(StatusCode.FailedPrecondition, $"The asset is used by {string.Join(", ", deletion.Styles)}.")),
            _ => throw NoAsset(),
        };
    }

    private Asset Show(AssetRow asset, ServerCallContext context) => AssetMessages.Of(resources.Of(asset, urls.OfGrpc(context.GetHttpContext().Request)));

    private static RpcException NoAsset() => RpcErrors.NotFound("There is no asset of that id in your account.");

    private static RpcException Refused(AssetError error, string pointer) => error.Code switch
    {
        AssetErrorCode.Busy => RpcErrors.Unavailable("Too many images are being read at the moment."),
        AssetErrorCode.AllowanceReached => new RpcException(new Status(StatusCode.ResourceExhausted, $"The image {error.Detail}.")),
        _ => RpcErrors.Invalid([FieldError.At(pointer, error.Code, error.Detail)]),
    };
}

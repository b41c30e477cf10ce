using KreaPlatform.Contracts.Ids;
using KreaPlatform.Gateway.Data;
using KreaPlatform.Gateway.Keys;
using KreaPlatform.ServiceDefaults.Data;
using KreaPlatform.ServiceDefaults.Fetching;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace KreaPlatform.Gateway.Assets;

/// <summary>From an image as requests name it to an asset.</summary>
public sealed class ImageTaking(
    ServiceDatabase<GatewayDb> database, AssetStore store, ImagePreparation preparation, OwnUrls ownUrls, UrlFetcher fetcher, IOptions<AssetsOptions> options)
{
    private const string Accept = "image/png, image/jpeg, image/webp, image/gif";

    /// <summary>Takes one image.</summary>
    public async Task<AssetResult> TakeAsync(Caller caller, string image, CancellationToken cancel)
    {
        // 1. Ours: looked up.
        if (PrefixedId.IsValid(image, IdPrefix.Asset)) return await FindAsync(caller, image, cancel);
        if (ownUrls.Find(image) is { } own)
            return own.ImageIndex is { } index ? await store.KeepGeneratedAsync(caller, own.Id, index, cancel) : await FindAsync(caller, own.Id, cancel);

        // 2. Bytes that came along.
        if (DataUri.Is(image))
            return DataUri.TryRead(image, out var bytes)
                ? await store.KeepAsync(caller, bytes, AssetOrigin.Upload, cancel)
                : AssetResult.Failed(AssetErrorCode.Malformed, "must be a data URI in base64, data:image/png;base64,...");

        // 3. Somebody else's: fetched.
        if (!image.Contains(':', StringComparison.Ordinal))
            return AssetResult.Failed(AssetErrorCode.Malformed, "must be an asset's id, an https URL or a data URI");
        var fetched = await fetcher.GetAsync(image, preparation.MostBytes, Accept, cancel);
        return fetched.Succeeded
            ? await store.KeepAsync(caller, fetched.Bytes, AssetOrigin.Url, cancel)
            : AssetResult.Failed(AssetErrorCode.Of(fetched.Error.Value), fetched.Message);
    }

    /// <summary>Takes several images, a few at a time.</summary>
    public async Task<AssetResult[]> TakeAllAsync(Caller caller, IReadOnlyList<string> images, CancellationToken cancel)
    {
        var results = new AssetResult[images.Count];
        var pace = new ParallelOptions { MaxDegreeOfParallelism = options.Value.TakeAtOnce, CancellationToken = cancel };
        await Parallel.ForEachAsync(Enumerable.Range(0, images.Count), pace, async (i, stop) => results[i] = await TakeAsync(caller, images[i], stop));
        return results;
    }

    private async Task<AssetResult> FindAsync(Caller caller, string id, CancellationToken cancel) =>
        await database.ReadAsync(db => db.Assets.SingleOrDefaultAsync(a => a.Id == id && a.AccountId == caller.AccountId, cancel), cancel) is { } asset
            ? AssetResult.Of(asset, isNew: false)
            : AssetResult.Failed(AssetErrorCode.NotFound, "names an asset that is not in your account");
}

using KreaPlatform.Contracts.Ids;
using KreaPlatform.Gateway.Blobs;
using KreaPlatform.Gateway.Data;
using KreaPlatform.Gateway.Keys;
using KreaPlatform.Gateway.Paging;
using KreaPlatform.Gateway.Requests;
using KreaPlatform.ServiceDefaults.Data;
using KreaPlatform.ServiceDefaults.Storage;
using Microsoft.EntityFrameworkCore;

namespace KreaPlatform.Gateway.Assets;

/// <summary>What callers do with assets, whichever protocol they come by. Another account's asset is as good as none.</summary>
public sealed class AssetService(ServiceDatabase<GatewayDb> database, AssetStore store, ImageTaking taking, IBlobStore blobs, TimeProvider clock)
{
    /// <summary>The account's asset of that id; null when it has none.</summary>
    public async Task<Asset?> FindAsync(Caller caller, string id, CancellationToken cancel) => PrefixedId.IsValid(id, IdPrefix.Asset)
        ? await database.ReadAsync(db => db.Assets.SingleOrDefaultAsync(a => a.Id == id && a.AccountId == caller.AccountId, cancel), cancel)
        : null;

    /// <summary>A page of the account's assets, newest first. <paramref name="after"/> is the last asset of the page before.</summary>
    public async Task<AssetPage> ListAsync(Caller caller, PageCursor? after, int limit, CancellationToken cancel)
    {
        var found = await database.ReadAsync(db =>
        {
            var assets = db.Assets.Where(a => a.AccountId == caller.AccountId);
            if (after is { } cursor)
                assets = assets.Where(a => a.CreatedAt < cursor.CreatedAt || (a.CreatedAt == cursor.CreatedAt && string.Compare(a.Id, cursor.Id) < 0));
            return assets.OrderByDescending(a => a.CreatedAt).ThenByDescending(a => a.Id).Take(limit + 1).ToListAsync(cancel);
        }, cancel);
        if (found.Count <= limit) return new AssetPage(found, null);
        found.RemoveAt(limit);
        return new AssetPage(found, new PageCursor(found[^1].CreatedAt, found[^1].Id).ToString());
    }

    /// <summary>Keeps bytes as an asset; the same bytes again are the same asset.</summary>
    public Task<AssetResult> UploadAsync(Caller caller, ReadOnlyMemory<byte> bytes, CancellationToken cancel) =>
        store.KeepAsync(caller, bytes, AssetOrigin.Upload, cancel);

    /// <summary>
    /// The asset behind an image as requests name it: an asset's id, a URL of one of our assets or images (looked up, never fetched), an https URL or a
    /// data URI, whose bytes become an asset.
    /// </summary>
    public Task<AssetResult> TakeAsync(Caller caller, string image, CancellationToken cancel) => taking.TakeAsync(caller, image, cancel);

    /// <summary>The same for a field of a request: what is wrong is added at <paramref name="pointer"/>, and then the result is null.</summary>
    public async Task<Asset?> TakeAsync(Caller caller, string image, string pointer, ErrorList errors, CancellationToken cancel)
    {
        var result = await taking.TakeAsync(caller, image, cancel);
        if (result.Error is { } error) errors.Add(pointer, error.Code, error.Detail);
        return result.Asset;
    }

    /// <summary>The same for several fields, a few at a time; results and errors stand in the order of the fields.</summary>
    public async Task<IReadOnlyList<Asset?>> TakeAllAsync(Caller caller, IReadOnlyList<(string Image, string Pointer)> fields, ErrorList errors, CancellationToken cancel)
    {
        var results = await taking.TakeAllAsync(caller, [.. fields.Select(f => f.Image)], cancel);
        for (var i = 0; i < fields.Count; i++)
            if (results[i].Error is { } error) errors.Add(fields[i].Pointer, error.Code, error.Detail);
        return [.. results.Select(r => r.Asset)];
    }

    /// <summary>
    /// Deletes an asset, and its bytes unless another asset or image shares them; while a job that was accepted with them is open, they stay until it
    /// has ended. Styles keep their assets: one that a style uses is not deleted.
    /// </summary>
    public async Task<AssetDeletion> DeleteAsync(Caller caller, string id, CancellationToken cancel)
    {
        var (deletion, blob) = await database.WriteAsync<(AssetDeletion, string?)>(async db =>
        {
            var asset = await db.Assets.SingleOrDefaultAsync(a => a.Id == id && a.AccountId == caller.AccountId, cancel);
            if (asset is null) return (AssetDeletion.NotFound, null);
            // The foreign key has the last word: a style that is made at the same time fails this transaction, and the next round sees the style.
            var styles = await db.Styles.Where(s => s.Images.Any(i => i.AssetId == id)).OrderBy(s => s.Id).Select(s => s.Id).ToListAsync(cancel);
            if (styles.Count > 0) return (AssetDeletion.InUse(styles), null);
            db.Assets.Remove(asset);
            await BlobRemoval.NoteAsync(db, asset.Blob, clock.GetUtcNow(), cancel);
            return (AssetDeletion.Deleted, asset.Blob);
        }, cancel);
        if (blob is not null) await BlobRemoval.RemoveIfUnusedAsync(database, blobs, blob, cancel);
        return deletion;
    }
}

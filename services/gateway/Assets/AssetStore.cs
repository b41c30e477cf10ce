using System.Globalization;
using System.Security.Cryptography;
using KreaPlatform.Contracts.Bus;
using KreaPlatform.Contracts.Ids;
using KreaPlatform.Gateway.Blobs;
using KreaPlatform.Gateway.Data;
using KreaPlatform.Gateway.Jobs;
using KreaPlatform.Gateway.Keys;
using KreaPlatform.ServiceDefaults.Data;
using KreaPlatform.ServiceDefaults.Imaging.Rights;
using KreaPlatform.ServiceDefaults.Outbox;
using KreaPlatform.ServiceDefaults.Storage;
using Microsoft.EntityFrameworkCore;

namespace KreaPlatform.Gateway.Assets;

/// <summary>Keeps images as assets, each once an account, within what the account may keep; every new one is described by a worker.</summary>
public sealed class AssetStore(ServiceDatabase<GatewayDb> database, ImagePreparation preparation, IBlobStore blobs, TimeProvider clock)
{
    /// <summary>Keeps bytes that somebody sent.</summary>
    public async Task<AssetResult> KeepAsync(Caller caller, ReadOnlyMemory<byte> bytes, string origin, CancellationToken cancel)
    {
        // 1. What the account has is not read again; neither is what it may not keep.
        var source = Convert.ToHexStringLower(SHA256.HashData(bytes.Span));
        var known = await database.ReadAsync(db => FindSameAsync(db, caller, source, cancel), cancel);
        if (known is not null) return AssetResult.Of(known, isNew: false);
        if (await database.ReadAsync(db => OverAllowanceAsync(db, caller, 0, cancel), cancel) is { } full) return full;

        // 2. The image.
        var (image, error) = await preparation.PrepareAsync(bytes, cancel);
        if (image is null) return AssetResult.Failed(AssetErrorCode.Of(error!.Code), Fragment(error.Message));

        // 3. Its bytes: noted first, so that a crash before the row leaves nothing behind for ever.
        var now = Now();
        var address = Convert.ToHexStringLower(SHA256.HashData(image.Bytes.Span));
        await database.WriteAsync(db => BlobRemoval.NoteAsync(db, address, now, cancel), cancel);
        await blobs.PutAsync(image.Bytes, cancel);

        // 4. Its row.
        return await AddAsync(caller, new Asset
        {
            Id = PrefixedId.New(IdPrefix.Asset, now), AccountId = caller.AccountId, Source = source, Origin = origin, Blob = address, Bytes = image.Bytes.Length,
            Format = Name(image.Format), OriginalFormat = Name(image.OriginalFormat), Width = image.Width, Height = image.Height, Hints = image.Hints,
            CreatedAt = now, DescriptionAskedAt = now,
        }, image.Bytes, cancel);
    }

    /// <summary>Keeps an image that the account made here. Its bytes are shared with the generation, which may be deleted without the asset.</summary>
    public async Task<AssetResult> KeepGeneratedAsync(Caller caller, string generationId, int index, CancellationToken cancel)
    {
        var image = await database.ReadAsync(db => db.Images
            .SingleOrDefaultAsync(i => i.JobId == generationId && i.Index == index && db.Jobs.Any(j => j.Id == i.JobId && j.AccountId == caller.AccountId), cancel), cancel);
        if (image is null or { Status: ImageStatus.Refused })
            return AssetResult.Failed(AssetErrorCode.NotFound, "names an image of a generation that is not in your account");
        if (image.Blob is null) return Deleted();
        var now = Now();
        return await AddAsync(caller, new Asset
        {
            Id = PrefixedId.New(IdPrefix.Asset, now), AccountId = caller.AccountId, Source = image.Blob, Origin = AssetOrigin.Generation, GenerationId = generationId,
            ImageIndex = index, Blob = image.Blob, Bytes = image.Bytes, Format = image.Format, OriginalFormat = image.Format, Width = image.Width,
            Height = image.Height, Hints = RightsHints.None, CreatedAt = now, DescriptionAskedAt = now,
        }, bytes: null, cancel);
    }

    /// <summary>Adds the row and asks for a description, in one transaction, unless the account has the image already.</summary>
    /// <param name="caller">Whose it becomes.</param>
    /// <param name="asset">The row.</param>
    /// <param name="bytes">What is stored again should somebody have removed it meanwhile; null when we don't have it.</param>
    /// <param name="cancel">Gives up.</param>
    private Task<AssetResult> AddAsync(Caller caller, Asset asset, ReadOnlyMemory<byte>? bytes, CancellationToken cancel) => database.WriteAsync(async db =>
    {
        await TransactionLock.TakeAsync(db, caller.AccountId, cancel);
        if (await FindSameAsync(db, caller, asset.Source, cancel) is { } known) return AssetResult.Of(known, isNew: false);
        if (await OverAllowanceAsync(db, caller, asset.Bytes, cancel) is { } full) return full;

        // From here on nobody removes the bytes; whoever did before us left none.
        await TransactionLock.TakeAsync(db, asset.Blob, cancel);
        if (!await ExistsAsync(asset.Blob, cancel))
        {
            if (bytes is not { } again) return Deleted();
            await blobs.PutAsync(again, cancel);
        }
        await BlobRemoval.KeepAsync(db, asset.Blob, cancel);
        db.Assets.Add(asset);
        db.Send(QueueNames.Describe, new DescribeImage { Blob = asset.Blob }, asset.CreatedAt);
        return AssetResult.Of(asset, isNew: true);
    }, cancel);

    // What was downloaded from here and sent again is the same image too.
    private static Task<Asset?> FindSameAsync(GatewayDb db, Caller caller, string source, CancellationToken cancel) => db.Assets
        .Where(a => a.AccountId == caller.AccountId && (a.Source == source || a.Blob == source)).OrderBy(a => a.CreatedAt).FirstOrDefaultAsync(cancel);

    private static async Task<AssetResult?> OverAllowanceAsync(GatewayDb db, Caller caller, long more, CancellationToken cancel)
    {
        var (count, bytes) = (caller.Plan.MaxAssets, caller.Plan.MaxAssetBytes);
        if (count is null && bytes is null) return null;
        var kept = await db.Assets.Where(a => a.AccountId == caller.AccountId).GroupBy(_ => 1)
            .Select(all => new { Count = all.Count(), Bytes = all.Sum(a => a.Bytes) }).SingleOrDefaultAsync(cancel);
        if (count is { } most && (kept?.Count ?? 0) >= most) return Full(Number(most) + " assets");
        return bytes is { } room && (kept?.Bytes ?? 0) + more > room ? Full(Number(room) + " bytes of assets") : null;

        static string Number(long value) => value.ToString("N0", CultureInfo.InvariantCulture);
        static AssetResult Full(string room) =>
            AssetResult.Failed(AssetErrorCode.AllowanceReached, $"can't be kept: your plan has room for {room}; delete some first");
    }

    private async Task<bool> ExistsAsync(string address, CancellationToken cancel)
    {
        await using var stream = await blobs.OpenAsync(address, cancel);
        return stream is not null;
    }

    private static AssetResult Deleted() => AssetResult.Failed(AssetErrorCode.Gone, "names an image that has been deleted");

    private static string Fragment(string sentence) => "can't be used: " + char.ToLowerInvariant(sentence[0]) + sentence[1..].TrimEnd('.');

    private static string Name(ServiceDefaults.Imaging.ImageFormat format) => format.ToString().ToLowerInvariant();

    // Stored times have microseconds; the first answer must say the same as every later one.
    private DateTimeOffset Now() => UtcMicros.FromMicros(UtcMicros.ToMicros(clock.GetUtcNow()));
}

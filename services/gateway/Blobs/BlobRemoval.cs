using KreaPlatform.Gateway.Data;
using KreaPlatform.Gateway.Jobs;
using KreaPlatform.ServiceDefaults.Data;
using KreaPlatform.ServiceDefaults.Storage;
using Microsoft.EntityFrameworkCore;

namespace KreaPlatform.Gateway.Blobs;

/// <summary>
/// Takes bytes out of the store when nothing refers to them any more. Bytes are shared by content, so every row that refers counts: images, assets,
/// and open jobs that were accepted with them. What loses a reference is noted in the same transaction, so that no crash forgets it.
/// </summary>
internal static class BlobRemoval
{
    /// <summary>Notes that bytes may be unused: a reference goes, or one has yet to come.</summary>
    public static async Task NoteAsync(GatewayDb db, string address, DateTimeOffset now, CancellationToken cancel)
    {
        if (await db.UnusedBlobs.FindAsync([address], cancel) is null) db.UnusedBlobs.Add(new UnusedBlob { Address = address, NotedAt = now });
    }

    /// <summary>Forgets the note: a reference has come in this transaction, which holds the bytes' lock.</summary>
    public static Task KeepAsync(GatewayDb db, string address, CancellationToken cancel) =>
        db.UnusedBlobs.Where(b => b.Address == address).ExecuteDeleteAsync(cancel);

    /// <summary>Removes bytes, and what was described of them, unless something refers to them. False when only an open job does: then the note stays for a later round.</summary>
    public static Task<bool> RemoveIfUnusedAsync(ServiceDatabase<GatewayDb> database, IBlobStore blobs, string address, CancellationToken cancel) =>
        database.WriteAsync(async db =>
        {
            // Whoever wants to refer to them waits, and then stores them again.
            await TransactionLock.TakeAsync(db, address, cancel);
            if (!await IsReferredToAsync(db, address, cancel))
            {
                if (await IsHeldAsync(db, address, cancel)) return false;
                await blobs.DeleteAsync(address, cancel);
                await db.ImageDescriptions.Where(d => d.Blob == address).ExecuteDeleteAsync(cancel);
            }
            await KeepAsync(db, address, cancel);
            return true;
        }, cancel);

    private static async Task<bool> IsReferredToAsync(GatewayDb db, string address, CancellationToken cancel) =>
        await db.Images.AnyAsync(i => i.Blob == address, cancel) || await db.Assets.AnyAsync(a => a.Blob == address, cancel);

    // Open jobs are few; what they were accepted with stands in their sources, wherever in them.
    private static async Task<bool> IsHeldAsync(GatewayDb db, string address, CancellationToken cancel)
    {
        var pattern = $"%{address}%";
        return await db.Database.SqlQuery<int>(
            $"SELECT 1 AS \"Value\" FROM jobs WHERE status IN ('Backlogged', 'Queued', 'Running') AND sources LIKE {pattern}").AnyAsync(cancel);
    }
}

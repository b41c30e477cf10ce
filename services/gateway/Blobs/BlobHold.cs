using KreaPlatform.Gateway.Data;
using KreaPlatform.ServiceDefaults.Storage;
using Microsoft.EntityFrameworkCore;

namespace KreaPlatform.Gateway.Blobs;

/// <summary>Keeps bytes in the store while a transaction adds a job that needs them; once it is committed, the open job keeps them (<see cref="BlobRemoval"/>).</summary>
internal static class BlobHold
{
    /// <summary>Holds the bytes until the transaction ends. False when some were removed before: then the job can't be made.</summary>
    public static async Task<bool> TakeAsync(GatewayDb db, IBlobStore blobs, IEnumerable<string> addresses, CancellationToken cancel)
    {
        var wanted = addresses.Distinct().Order(StringComparer.Ordinal).ToArray();
        await TransactionLock.ShareAsync(db, wanted, cancel);
        // What a row refers to is there; only of the rest the store is asked.
        var known = await db.Assets.Where(a => wanted.Contains(a.Blob)).Select(a => a.Blob)
            .Union(db.Images.Where(i => i.Blob != null && wanted.Contains(i.Blob)).Select(i => i.Blob!)).ToListAsync(cancel);
        foreach (var address in wanted.Except(known))
        {
            await using var stream = await blobs.OpenAsync(address, cancel);
            if (stream is null) return false;
        }
        return true;
    }
}

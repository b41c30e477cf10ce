using KreaPlatform.Gateway.Blobs;
using KreaPlatform.Gateway.Data;
using KreaPlatform.ServiceDefaults.Data;
using KreaPlatform.ServiceDefaults.Storage;
using Microsoft.EntityFrameworkCore;

namespace KreaPlatform.Gateway.Jobs;

/// <summary>Takes images of generations out of the store: the rows forget them first, so that nothing ever refers to bytes that are gone.</summary>
internal static class ImageRemoval
{
    /// <summary>Marks the chosen images as deleted and forgets what they look like, then removes the bytes that nothing else shares. Returns how many images were marked.</summary>
    public static async Task<int> RemoveAsync(ServiceDatabase<GatewayDb> database, IBlobStore blobs, Func<GatewayDb, IQueryable<JobImage>> choose,
        DateTimeOffset now, CancellationToken cancel)
    {
        var addresses = await database.WriteAsync(async db =>
        {
            var images = await choose(db).Where(i => i.Blob != null).ToListAsync(cancel);
            var forgotten = images.ConvertAll(i => i.Blob!);
            foreach (var image in images)
            {
                (image.Status, image.Blob) = (ImageStatus.Deleted, null);
                await db.Vectors.Where(v => v.JobId == image.JobId && v.Index == image.Index).ExecuteDeleteAsync(cancel);
            }
            foreach (var address in forgotten.Distinct()) await BlobRemoval.NoteAsync(db, address, now, cancel);
            return forgotten;
        }, cancel);
        foreach (var address in addresses.Distinct()) await BlobRemoval.RemoveIfUnusedAsync(database, blobs, address, cancel);
        return addresses.Count;
    }
}

namespace KreaPlatform.Generation.Sources;

/// <summary>Reading of blobs that are to be decoded.</summary>
internal static class BlobBytes
{
    /// <summary>All bytes, or one more than <paramref name="limit"/> of a longer blob, which the decoder then refuses.</summary>
    public static async Task<byte[]> ReadAsync(Stream blob, long limit, CancellationToken cancel)
    {
        var length = (int)Math.Min(blob.Length, limit + 1);
        var bytes = new byte[length];
        await blob.ReadExactlyAsync(bytes, cancel);
        return bytes;
    }
}

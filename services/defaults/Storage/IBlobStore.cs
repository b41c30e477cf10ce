namespace KreaPlatform.ServiceDefaults.Storage;

/// <summary>Content-addressed bytes. What is once under an address never changes, so a put of the same bytes is the same blob.</summary>
public interface IBlobStore
{
    /// <summary>Stores bytes durably; after return they survive a crash of the machine. Nothing half-written is ever visible.</summary>
    /// <exception cref="IOException">The store has no room or can't be written; nothing is kept.</exception>
    Task<BlobInfo> PutAsync(ReadOnlyMemory<byte> content, CancellationToken cancel = default);

    /// <summary>Opens a blob for reading with seeking, or null when there is none under that address.</summary>
    Task<Stream?> OpenAsync(string address, CancellationToken cancel = default);

    /// <summary>Removes a blob; false when there was none.</summary>
    Task<bool> DeleteAsync(string address, CancellationToken cancel = default);
}

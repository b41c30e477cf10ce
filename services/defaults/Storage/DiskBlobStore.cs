using System.Security.Cryptography;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace KreaPlatform.ServiceDefaults.Storage;

/// <summary>
/// Blobs as files of one folder, <c>aa/bb/aabb...</c> by content address. A blob appears by a rename after its bytes are on the disk, so readers
/// see all of it or nothing, and processes may share the folder.
/// </summary>
public sealed partial class DiskBlobStore : IBlobStore
{
    private const string TemporaryFolder = ".tmp";

    /// <summary>Age from which a temporary file can't belong to a writer that still lives.</summary>
    public static readonly TimeSpan StaleAfter = TimeSpan.FromHours(1);

    private readonly string _root;
    private readonly string _temporaries;

    /// <summary>Opens the store, makes its folder and sweeps what crashed writers left.</summary>
    /// <param name="options">Where it is.</param>
    /// <param name="clock">For the age of temporaries.</param>
    /// <param name="log">Tells what was swept.</param>
    public DiskBlobStore(IOptions<StorageOptions> options, TimeProvider clock, ILogger<DiskBlobStore> log)
    {
        _root = Path.GetFullPath(options.Value.Folder);
        _temporaries = Path.Combine(_root, TemporaryFolder);
        Directory.CreateDirectory(_temporaries);
        Sweep(clock, log);
    }

    /// <inheritdoc/>
    public async Task<BlobInfo> PutAsync(ReadOnlyMemory<byte> content, CancellationToken cancel = default)
    {
        // 1. Name it. The same bytes again cost nothing; a file of another length is damage and is replaced.
        var address = Convert.ToHexStringLower(SHA256.HashData(content.Span));
        var target = PathOf(address);
        if (new FileInfo(target) is { Exists: true } existing && existing.Length == content.Length) return new(address, content.Length);

        // 2. Write it under a temporary name on the same file system, and wait for the disk.
        var temporary = Path.Combine(_temporaries, Guid.NewGuid().ToString("n"));
        try
        {
            await using (var file = new FileStream(temporary, FileMode.CreateNew, FileAccess.Write, FileShare.None, 0, FileOptions.Asynchronous))
            {
                await file.WriteAsync(content, cancel);
                file.Flush(flushToDisk: true);
            }

            // 3. Make it visible at once and whole, and the name durable too: every folder that got a new entry, from the blob's up.
            var folder = Path.GetDirectoryName(target)!;
            var first = Path.GetDirectoryName(folder)!;
            var isNew = !Directory.Exists(folder);
            Directory.CreateDirectory(folder);
            File.Move(temporary, target, overwrite: true);
            FolderSync.Flush(folder);
            if (isNew)
            {
                FolderSync.Flush(first);
                FolderSync.Flush(_root);
            }
        }
        catch (UnauthorizedAccessException denied)
        {
            Discard(temporary);
            throw new IOException("The blob store can't be written.", denied);
        }
        catch
        {
            Discard(temporary);
            throw;
        }
        return new(address, content.Length);
    }

    /// <inheritdoc/>
    public Task<Stream?> OpenAsync(string address, CancellationToken cancel = default)
    {
        if (!IsAddress(address)) return Task.FromResult<Stream?>(null);
        try
        {
            return Task.FromResult<Stream?>(new FileStream(PathOf(address), FileMode.Open, FileAccess.Read, FileShare.Read | FileShare.Delete,
                64 * 1024, FileOptions.Asynchronous));
        }
        catch (Exception missing) when (missing is FileNotFoundException or DirectoryNotFoundException)
        {
            return Task.FromResult<Stream?>(null);
        }
    }

    /// <inheritdoc/>
    public Task<bool> DeleteAsync(string address, CancellationToken cancel = default)
    {
        if (!IsAddress(address) || !File.Exists(PathOf(address))) return Task.FromResult(false);
        File.Delete(PathOf(address));
        return Task.FromResult(true);
    }

    private string PathOf(string address) => Path.Combine(_root, address[..2], address[2..4], address);

    // Addresses come from callers, perhaps from a URL: nothing but a hash may become a path.
    private static bool IsAddress(string address) =>
        address.Length == 64 && address.All(c => c is >= '0' and <= '9' or >= 'a' and <= 'f');

    private void Sweep(TimeProvider clock, ILogger log)
    {
        var oldest = clock.GetUtcNow() - StaleAfter;
        foreach (var file in new DirectoryInfo(_temporaries).EnumerateFiles())
        {
            if (file.LastWriteTimeUtc >= oldest) continue;
            Discard(file.FullName);
            LogSwept(log, file.Name);
        }
    }

    private static void Discard(string temporary)
    {
        try { File.Delete(temporary); }
        catch (IOException) { } // the sweep at the next start takes it
        catch (UnauthorizedAccessException) { }
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "Removed the unfinished blob {File} of an earlier run")]
    private static partial void LogSwept(ILogger log, string file);
}

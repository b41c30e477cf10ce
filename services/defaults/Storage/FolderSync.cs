using System.Runtime.InteropServices;

namespace KreaPlatform.ServiceDefaults.Storage;

/// <summary>Makes a rename durable: on POSIX systems a new name survives a power cut only when its folder was flushed (fsync(2)).</summary>
internal static class FolderSync
{
    private const int ReadOnly = 0;

    /// <summary>Flushes a folder's entries to the disk. Does nothing on Windows, whose journal covers names.</summary>
    /// <exception cref="IOException">The folder can't be flushed.</exception>
    public static void Flush(string folder)
    {
        if (OperatingSystem.IsWindows()) return;
        var handle = Open(folder, ReadOnly);
        if (handle < 0) throw Failure("opened");
        try
        {
            if (Sync(handle) != 0) throw Failure("flushed");
        }
        finally
        {
            _ = Close(handle);
        }
    }

    private static IOException Failure(string verb) =>
        new($"A folder of the blob store can't be {verb}: {Marshal.GetPInvokeErrorMessage(Marshal.GetLastPInvokeError())}.");

    [DllImport("libc", EntryPoint = "open", SetLastError = true)]
    private static extern int Open([MarshalAs(UnmanagedType.LPUTF8Str)] string path, int flags);

    [DllImport("libc", EntryPoint = "fsync", SetLastError = true)]
    private static extern int Sync(int handle);

    [DllImport("libc", EntryPoint = "close")]
    private static extern int Close(int handle);
}

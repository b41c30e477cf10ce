using System.Globalization;
using System.Security.Cryptography;

namespace KreaPlatform.Standalone.Data;

/// <summary>The folder that keeps everything between runs. Held by one process at a time, through a lock that ends with the process.</summary>
internal sealed class DataFolder : IDisposable
{
    private readonly FileStream _lock;
    private readonly bool _temporary;

    private DataFolder(string path, FileStream held, bool temporary)
    {
        Path = path;
        _lock = held;
        _temporary = temporary;
    }

    /// <summary>Absolute path.</summary>
    public string Path { get; }
    /// <summary>The gateway's database.</summary>
    public string Database => System.IO.Path.Combine(Path, "gateway.db");
    /// <summary>Content-addressed images.</summary>
    public string Blobs => System.IO.Path.Combine(Path, "blobs");

    /// <summary>Opens <paramref name="path"/>, or a new temporary folder that goes away on dispose when it is null.</summary>
    /// <exception cref="StandaloneException">The folder can't be used, or another process uses it.</exception>
    public static DataFolder Open(string? path)
    {
        var folder = System.IO.Path.GetFullPath(path ?? Directory.CreateTempSubdirectory("krea-").FullName);
        try
        {
            Directory.CreateDirectory(folder);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new StandaloneException($"The data folder {folder} can't be created: {e.Message}");
        }
        var lockFile = System.IO.Path.Combine(folder, "lock");
        try
        {
            var held = new FileStream(lockFile, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
            held.SetLength(0);
            held.Write(System.Text.Encoding.ASCII.GetBytes(Environment.ProcessId.ToString(CultureInfo.InvariantCulture)));
            held.Flush();
            return new DataFolder(folder, held, temporary: path is null);
        }
        catch (IOException)
        {
            throw new StandaloneException($"The data folder {folder} is in use by another process: end that one, or choose another folder with --data.");
        }
        catch (UnauthorizedAccessException e)
        {
            throw new StandaloneException($"The data folder {folder} can't be written: {e.Message}");
        }
    }

    /// <summary>The API key of this folder: made once, readable by its owner alone.</summary>
    public string Key()
    {
        var file = System.IO.Path.Combine(Path, "key");
        if (File.Exists(file) && File.ReadAllText(file).Trim() is { Length: > 0 } known) return known;
        var key = "krea_dev_" + Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(20));
        WritePrivate(file, key + "\n");
        return key;
    }

    /// <summary>Writes a file that only its owner can read.</summary>
    public static void WritePrivate(string file, string content)
    {
        File.Delete(file);
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows()) options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        using var stream = new FileStream(file, options);
        stream.Write(System.Text.Encoding.UTF8.GetBytes(content));
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _lock.Dispose();
        if (!_temporary) return;
        try { Directory.Delete(Path, recursive: true); }
        catch (IOException) { /* A file is still open somewhere; the system's own cleaning of temporary folders gets it. */ }
    }
}

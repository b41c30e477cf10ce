using System.Diagnostics;
using System.Text.Json;

namespace KreaPlatform.Standalone.Redis;

/// <summary>Which process is the data folder's Garnet, so that the next start can end it when this one was killed.</summary>
/// <param name="Pid">Process id.</param>
/// <param name="StartedAt">When the process started: ids are reused, this pair is not.</param>
/// <param name="Port">The port that it was told to listen on.</param>
internal sealed record GarnetRecord(int Pid, DateTimeOffset StartedAt, int Port)
{
    private static string FileIn(string folder) => Path.Combine(folder, "garnet.json");

    /// <summary>Remembers a process that was just started.</summary>
    public static void Save(string folder, Process process, int port) =>
        File.WriteAllText(FileIn(folder), JsonSerializer.Serialize(new GarnetRecord(process.Id, process.StartTime, port)));

    /// <summary>Forgets it: it has ended.</summary>
    public static void Clear(string folder) => File.Delete(FileIn(folder));

    /// <summary>Ends the Garnet of an earlier run, if it still runs and is really that one.</summary>
    public static void EndStale(string folder)
    {
        if (Load(folder) is not { } record) return;
        try
        {
            using var process = Process.GetProcessById(record.Pid);
            if (record.IsThat(process))
            {
                process.Kill();
                process.WaitForExit(TimeSpan.FromSeconds(5));
            }
        }
        catch (Exception e) when (e is ArgumentException or InvalidOperationException)
        {
            // It has ended meanwhile.
        }
        Clear(folder);
    }

    private static GarnetRecord? Load(string folder)
    {
        try { return JsonSerializer.Deserialize<GarnetRecord>(File.ReadAllText(FileIn(folder))); }
        catch (Exception e) when (e is IOException or JsonException) { return null; }
    }

    private bool IsThat(Process process)
    {
        // Start times are computed from the boot time, which wanders by some milliseconds between reads.
        if ((process.StartTime - StartedAt.LocalDateTime).Duration() > TimeSpan.FromSeconds(2)) return false;
        var commandLine = $"/proc/{Pid}/cmdline";
        return !File.Exists(commandLine) || File.ReadAllText(commandLine) is var text && text.Contains("GarnetServer.dll") && text.Contains($"\0{Port}\0");
    }
}

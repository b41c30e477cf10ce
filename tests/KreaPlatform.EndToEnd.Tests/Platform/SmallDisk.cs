using System.Diagnostics;

namespace KreaPlatform.EndToEnd.Tests.Platform;

/// <summary>A file system of a few kilobytes, seen by one process and its children alone: a mount namespace of theirs with a tmpfs.</summary>
/// <param name="Folder">Where it is mounted.</param>
/// <param name="Size">In mount(8)'s notation, for instance <c>100k</c>.</param>
public sealed record SmallDisk(string Folder, string Size)
{
    /// <summary>Why there can be none here; null when there can.</summary>
    public static string? Missing { get; } = Probe();

    /// <summary>The command line that runs another with this disk.</summary>
    public string[] Around(string[] command)
    {
        Directory.CreateDirectory(Folder);
        return ["unshare", "-rm", "/bin/sh", "-c", "mount -t tmpfs -o size=$1 tmpfs \"$2\" && shift 2 && exec \"$@\"", "sh", Size, Folder, .. command];
    }

    /// <summary>What is on it, as the process sees it that has it.</summary>
    public static List<string> FilesOf(int process, string folder) => [.. Directory.EnumerateFiles($"/proc/{process}/root{folder}", "*", SearchOption.AllDirectories)];

    private static string? Probe()
    {
        if (!OperatingSystem.IsLinux() || !File.Exists("/usr/bin/unshare")) return "there is no unshare(1) here";
        var command = new SmallDisk(Directory.CreateTempSubdirectory("krea-disk-").FullName, "100k").Around(["true"]);
        using var process = Process.Start(new ProcessStartInfo(command[0], command[1..]) { RedirectStandardError = true })!;
        process.WaitForExit();
        return process.ExitCode == 0 ? null : "this user may not mount a file system, not even for itself";
    }
}

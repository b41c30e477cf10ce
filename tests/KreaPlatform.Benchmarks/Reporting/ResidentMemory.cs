using System.Diagnostics;
using System.Globalization;

namespace KreaPlatform.Benchmarks.Reporting;

/// <summary>Memory of processes.</summary>
internal static class ResidentMemory
{
    /// <summary>The part of a process that is in memory, in MB. On Linux the proportional one: pages that processes share are counted once.</summary>
    public static double Of(int pid)
    {
        var rollup = $"/proc/{pid}/smaps_rollup";
        if (File.Exists(rollup))
        {
            foreach (var line in File.ReadLines(rollup))
                if (line.StartsWith("Pss:", StringComparison.Ordinal))
                    return double.Parse(line.Split(' ', StringSplitOptions.RemoveEmptyEntries)[1], CultureInfo.InvariantCulture) * 1024 / 1e6;
        }
        using var process = Process.GetProcessById(pid);
        return process.WorkingSet64 / 1e6;
    }
}

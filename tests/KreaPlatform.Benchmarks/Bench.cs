using System.Diagnostics;
using KreaPlatform.Benchmarks.Reporting;

namespace KreaPlatform.Benchmarks;

/// <summary>
/// The command: (1) choose measurements by the beginnings of their names, (2) run one after another, print each as it ends and, with
/// <c>--write</c>, put its table and plots into the documentation.
/// </summary>
internal static class Bench
{
    private const string Usage = "bench.sh [--quick] [--write] [NAME...]   NAME: engine, path, edge, or the beginning of one of";

    public static async Task<int> RunAsync(string[] arguments, IReadOnlyList<IMeasurement> all)
    {
        // (1)
        var names = arguments.Where(a => !a.StartsWith('-')).ToList();
        var unknown = arguments.Where(a => a.StartsWith('-') ? a is not ("--quick" or "--write") : !all.Any(m => m.Name.StartsWith(a, StringComparison.Ordinal)));
        if (unknown.Any())
        {
            Console.Error.WriteLine($"{Usage} {string.Join(", ", all.Select(m => m.Name))}");
            return 2;
        }
        var chosen = all.Where(m => names.Count == 0 || names.Any(name => m.Name.StartsWith(name, StringComparison.Ordinal))).ToList();
        var effort = new Effort(arguments.Contains("--quick"));
        Console.WriteLine(Machine.Describe());

        // (2)
        foreach (var measurement in chosen)
        {
            var started = Stopwatch.GetTimestamp();
            var section = await measurement.RunAsync(effort);
            Console.WriteLine($"\n== {measurement.Name} ({Stopwatch.GetElapsedTime(started).TotalSeconds:0} s)\n{section.Markdown}");
            if (arguments.Contains("--write")) PerformanceDocument.Write(section);
        }
        return 0;
    }
}

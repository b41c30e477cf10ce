using KreaPlatform.Benchmarks.Reporting;
using KreaPlatform.Benchmarks.Statistics;

namespace KreaPlatform.Benchmarks.Serving;

/// <summary>A thousand event streams of one job: when they are told of its end, and what they cost.</summary>
internal sealed class ManyWatchers : IMeasurement
{
    public string Name => "path-watchers";

    public async Task<Section> RunAsync(Effort effort)
    {
        var watchers = effort.Of(1000, 100);
        Series told = new(), last = new(), memory = new();
        var threads = 0;
        await using var platform = await Platform.WithoutModelAsync(stepMilliseconds: 5);
        for (var run = 0; run < effort.Of(3, 1); run++)
        {
            var before = (Memory: ResidentMemory.Of(platform.Id), Threads: Threads(platform.Id));
            // Jobs in front keep it in the queue while the watchers come.
            for (var i = 0; i < effort.Of(12, 3); i++) await platform.SubmitAsync(new { prompt = "a boat", n = 1, steps = 100 });
            var id = (await platform.SubmitAsync(new { prompt = "a cat", n = 1, steps = 1 })).GetProperty("id").GetString()!;
            var streams = await Task.WhenAll(Enumerable.Range(0, watchers).Select(_ => platform.WatchAsync(id)));
            memory.Add([ResidentMemory.Of(platform.Id) - before.Memory]);
            threads = Math.Max(threads, Threads(platform.Id) - before.Threads);
            var seen = await Task.WhenAll(streams.Select(Platform.SawEndAsync));
            var finished = Finished.Of(await platform.EndedAsync(id));
            var delays = seen.Select(at => (at - finished.StoredAt).TotalMilliseconds).ToList();
            told.Add(delays);
            last.Add([delays.Max()]);
            foreach (var stream in streams) stream.Dispose();
        }
        var table = new Table("what", "median", "p99", "spread")
            .Row([$"images stored to seen, {watchers} watchers, ms", .. Table.Cells(told)])
            .Row(["the last of them, ms", .. Table.Cells(last)])
            .Row(["memory of the host for them, MB", .. Table.Cells(memory)])
            .Row("threads of the host for them, at most", $"{threads}", "", "");
        return new Section(Name, table.ToString());
    }

    private static int Threads(int pid)
    {
        using var process = System.Diagnostics.Process.GetProcessById(pid);
        return process.Threads.Count;
    }
}

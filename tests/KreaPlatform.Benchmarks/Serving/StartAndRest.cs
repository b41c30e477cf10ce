using KreaPlatform.Benchmarks.Reporting;
using KreaPlatform.Benchmarks.Statistics;

namespace KreaPlatform.Benchmarks.Serving;

/// <summary>From starting the process to being ready, and memory at rest.</summary>
internal sealed class StartAndRest : IMeasurement
{
    private static readonly TimeSpan Rest = TimeSpan.FromSeconds(6);

    public string Name => "path-start";

    public async Task<Section> RunAsync(Effort effort)
    {
        var data = Directory.CreateTempSubdirectory("krea-bench-").FullName;
        try
        {
            Series fresh = new(), again = new(), host = new(), garnet = new();
            for (var run = 0; run < effort.Of(5, 1); run++)
            {
                var folder = Path.Combine(data, $"{run}");
                await using (var platform = await Platform.WithNanoAsync(folder)) fresh.Add([platform.StartTime.TotalMilliseconds]);
                await using (var platform = await Platform.WithNanoAsync(folder))
                {
                    again.Add([platform.StartTime.TotalMilliseconds]);
                    if (run >= effort.Of(2, 1)) continue;
                    await Task.Delay(Rest);
                    host.Add([ResidentMemory.Of(platform.Id)]);
                    garnet.Add([ResidentMemory.Of(platform.GarnetId)]);
                }
            }
            var table = new Table("what", "median", "largest", "spread", "goal")
                .Row(["start to ready on a new data folder, ms", .. Table.Cells(fresh), "3000"])
                .Row(["start to ready on an old one, ms", .. Table.Cells(again), "3000"])
                .Row(["memory at rest, host with krea-2-nano loaded, MB", .. Table.Cells(host), ""])
                .Row(["memory at rest, Garnet, MB", .. Table.Cells(garnet), ""])
                .Row("memory at rest, together, MB", Table.Number(host.Median + garnet.Median), Table.Number(host.P99 + garnet.P99), "", "400");
            return new Section(Name, table.ToString());
        }
        finally
        {
            Directory.Delete(data, recursive: true);
        }
    }
}

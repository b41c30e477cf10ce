using KreaPlatform.Benchmarks.Reporting;

namespace KreaPlatform.Benchmarks.Engine;

/// <summary>What the engine keeps in memory: the process's resident set after loading and after generations of growing size.</summary>
internal sealed class EngineMemory : IMeasurement
{
    public string Name => "engine-memory";

    public Task<Section> RunAsync(Effort effort)
    {
        var table = new Table("after", "resident, MB", "managed heap, MB");
        Row(table, "start");
        using var pipeline = NanoRequests.Load();
        Row(table, "loading krea-2-nano (9 M parameters, 36 MB)");
        foreach (var images in new[] { 1, 8, 16 })
        {
            for (var i = 0; i < 2; i++) pipeline.Run(NanoRequests.Of(images, 4, i));
            Row(table, $"two generations of {images} image{(images > 1 ? "s" : "")}");
        }
        return Task.FromResult(new Section(Name, table.ToString()));
    }

    private static void Row(Table table, string after)
    {
        GC.Collect(2, GCCollectionMode.Aggressive, blocking: true, compacting: true);
        table.Row(after, Table.Number(ResidentMemory.Of(Environment.ProcessId)), Table.Number(GC.GetTotalMemory(false) / 1e6));
    }
}

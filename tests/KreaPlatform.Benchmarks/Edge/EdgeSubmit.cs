using KreaPlatform.Benchmarks.Reporting;
using KreaPlatform.Benchmarks.Serving;
using KreaPlatform.Benchmarks.Statistics;

namespace KreaPlatform.Benchmarks.Edge;

/// <summary>
/// A submit at the gateway against a bare Kestrel route that parses the same body, side by side: one request after another for the latency, sixteen at a
/// time for the rate and the processor time. What each part costs is the difference between requests that go further and further in.
/// </summary>
internal sealed class EdgeSubmit : IMeasurement
{
    public string Name => "edge-submit";

    public async Task<Section> RunAsync(Effort effort)
    {
        var table = new Table("route", "median, ms", "p99, ms", "spread", "times bare", "submits/s", "CPU-ms each");
        var parts = new Table("CPU-ms a submit", "SQLite", "PostgreSQL");
        double bareMedian;
        await using (var bare = await BareRoute.StartAsync())
        using (var load = new Load(bare.Address, "none", bare.Id))
        {
            var row = await MeasureAsync(load, effort, keyed: false);
            bareMedian = row.Series.Median;
            Add(table, "bare Kestrel route", row, bareMedian);
        }

        var sqlite = await GatewayAsync(table, "gateway, SQLite in WAL", await Platform.OnlyQueueingAsync(), bareMedian, effort);
        await using var server = new LocalPostgres();
        if (await server.StartAsync() is { } missing) return new Section(Name, $"{table}\n{missing}\n");
        var postgres = await GatewayAsync(table, "gateway, PostgreSQL", await Platform.OnlyQueueingAsync(await server.NewDatabaseAsync()), bareMedian, effort);

        foreach (var ((part, first), (_, second)) in sqlite.Zip(postgres)) parts.Row(part, Table.Number(first), Table.Number(second));
        return new Section(Name, $"{table}\n{parts}");
    }

    private static async Task<List<(string Part, double Cpu)>> GatewayAsync(Table table, string name, Platform platform, double bare, Effort effort)
    {
        await using var _ = platform;
        using var load = new Load(platform.Http.BaseAddress!, Platform.Key, platform.Id);
        // Two jobs keep the worker asleep in its steps; all others wait.
        for (var i = 0; i < 2; i++) await platform.SubmitAsync(new { prompt = "a dog", steps = 100, deadline_seconds = 600 });
        Add(table, name, await MeasureAsync(load, effort, keyed: false), bare);
        Add(table, name + ", with Idempotency-Key", await MeasureAsync(load, effort, keyed: true), bare);

        var count = effort.Of(2000, 100);
        var refused = (await load.ManyAsync(count, refused: true)).CpuMillis;
        var plain = (await load.ManyAsync(count)).CpuMillis;
        var keyed = (await load.ManyAsync(count, keyed: true)).CpuMillis;
        return
        [
            ("key check, limits, reading and judging the body, up to a refusal", refused),
            ("job, outbox and transition in one transaction; its dispatch; the answer", plain - refused),
            ("Idempotency-Key: two more transactions, fingerprint, kept answer", keyed - plain),
        ];
    }

    private static async Task<(Series Series, double PerSecond, double Cpu)> MeasureAsync(Load load, Effort effort, bool keyed)
    {
        // Code that was compiled in haste is compiled again, well, while it warms up.
        await load.ManyAsync(effort.Of(1500, 50), keyed);
        await Task.Delay(effort.Of(1500, 10));
        var series = new Series();
        for (var run = 0; run < effort.Of(3, 1); run++) series.Add(await load.OneByOneAsync(effort.Of(300, 50), keyed));
        var (perSecond, cpu) = await load.ManyAsync(effort.Of(1500, 50), keyed);
        return (series, perSecond, cpu);
    }

    private static void Add(Table table, string name, (Series Series, double PerSecond, double Cpu) row, double bare) =>
        table.Row([name, .. Table.Cells(row.Series), Table.Number(row.Series.Median / bare), Table.Number(row.PerSecond), Table.Number(row.Cpu)]);
}

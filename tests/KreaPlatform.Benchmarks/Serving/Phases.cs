using KreaPlatform.Benchmarks.Plots;
using KreaPlatform.Benchmarks.Reporting;
using KreaPlatform.Benchmarks.Statistics;

namespace KreaPlatform.Benchmarks.Serving;

/// <summary>Where the time of a job goes, from the client's submit to the client's sight of the end, with the model that ships.</summary>
internal sealed class Phases : IMeasurement
{
    private static readonly string[] Names = ["submit and queue", "encode", "denoise", "decode", "finish", "tell"];

    public string Name => "path-phases";

    public async Task<Section> RunAsync(Effort effort)
    {
        await using var platform = await Platform.WithNanoAsync();
        var table = new Table(["images", "steps", .. Names.Select(n => n + ", ms"), "all, ms", "p99", "spread", "outside the engine"]);
        var bars = new List<(string, double[])>();
        foreach (var (images, steps) in new[] { (1, 8), (1, 20), (4, 20), (8, 20) })
        {
            var parts = Names.Select(_ => new Series()).ToArray();
            Series all = new(), outside = new();
            for (var run = 0; run <= effort.Of(6, 1); run++)
            {
                var sent = DateTimeOffset.UtcNow;
                var id = (await platform.SubmitAsync(new { prompt = $"a cat riding a bicycle {run}", n = images, steps })).GetProperty("id").GetString()!;
                using var stream = await platform.WatchAsync(id);
                var seen = await Platform.SawEndAsync(stream);
                var finished = Finished.Of(await platform.EndedAsync(id));
                if (run == 0) continue;
                double[] values = [(finished.CreatedAt - sent).TotalMilliseconds + finished.Phases[0], .. finished.Phases[1..], (seen - finished.StoredAt).TotalMilliseconds];
                for (var i = 0; i < parts.Length; i++) parts[i].Add([values[i]]);
                all.Add([(seen - sent).TotalMilliseconds]);
                outside.Add([1 - finished.Phases[1..4].Sum() / (seen - sent).TotalMilliseconds]);
            }
            table.Row([$"{images}", $"{steps}", .. parts.Select(p => Table.Number(p.Median)), .. Table.Cells(all), Table.Percent(outside.Median)]);
            bars.Add(($"{images} image{(images > 1 ? "s" : "")}, {steps} steps", [.. parts.Select(p => p.Median)]));
        }
        return new Section(Name, table.ToString(), ("phases.svg", StackedBars.Draw("From submit to seen, krea-2-nano, 128 x 128, idle platform: milliseconds", Names, bars)));
    }
}

using System.Diagnostics;
using KreaPlatform.Benchmarks.Reporting;
using KreaPlatform.Benchmarks.Statistics;

namespace KreaPlatform.Benchmarks.Serving;

/// <summary>
/// From sending a submit to its 202, at 50 a second, whether earlier ones were answered or not. The worker is busy all the while: with an
/// engine that sleeps its steps, then with the real one on all cores.
/// </summary>
internal sealed class SubmitUnderLoad : IMeasurement
{
    private const int Rate = 50;
    private static readonly object Small = new { prompt = "a cat riding a bicycle", n = 1, steps = 1 };

    public string Name => "path-submit";

    public async Task<Section> RunAsync(Effort effort)
    {
        var table = new Table("worker", "requests", "median, ms", "p99, ms", "spread", "goal, median / p99");
        await using (var platform = await Platform.WithoutModelAsync(stepMilliseconds: 5))
            table.Row(["no-op engine, always busy", .. await MeasureAsync(platform, effort, () => platform.SubmitAsync(Small)), "5 / 25"]);
        await using (var platform = await Platform.WithNanoAsync())
        {
            // One job that takes all cores for longer than the measurement.
            await platform.SubmitAsync(new { prompt = "a dog on a beach", n = 16, steps = 100 });
            await platform.SubmitAsync(new { prompt = "a dog on a beach", n = 16, steps = 100 });
            table.Row(["krea-2-nano denoising on every core", .. await MeasureAsync(platform, effort, () => platform.SubmitAsync(Small)), ""]);
        }
        return new Section(Name, table.ToString());
    }

    private static async Task<string[]> MeasureAsync(Platform platform, Effort effort, Func<Task> submit)
    {
        // Code that was just compiled in haste is compiled again, well, after some seconds.
        await RunAsync(submit, Rate * effort.Of(6, 1));
        var series = new Series();
        for (var run = 0; run < effort.Of(3, 1); run++) series.Add(await RunAsync(submit, Rate * effort.Of(8, 2)));
        return [$"{series.Count}", .. Table.Cells(series)];
    }

    private static async Task<double[]> RunAsync(Func<Task> submit, int count)
    {
        var begin = Stopwatch.GetTimestamp();
        var pending = new List<Task<double>>(count);
        for (var i = 0; i < count; i++)
        {
            var wait = TimeSpan.FromSeconds((double)i / Rate) - Stopwatch.GetElapsedTime(begin);
            if (wait > TimeSpan.Zero) await Task.Delay(wait);
            pending.Add(Task.Run(async () =>
            {
                var sent = Stopwatch.GetTimestamp();
                await submit();
                return Stopwatch.GetElapsedTime(sent).TotalMilliseconds;
            }));
        }
        return await Task.WhenAll(pending);
    }
}

using KreaPlatform.Benchmarks.Plots;
using KreaPlatform.Benchmarks.Reporting;
using KreaPlatform.Benchmarks.Statistics;
using KreaPlatform.Diffusion;

namespace KreaPlatform.Benchmarks.Engine;

/// <summary>How the engine's time grows with images, size and steps.</summary>
internal sealed class EngineScaling : IMeasurement
{
    public string Name => "engine-scaling";

    public Task<Section> RunAsync(Effort effort)
    {
        using var pipeline = NanoRequests.Load();
        var rounds = effort.Of(5, 1);
        var table = new Table("images", "size", "steps", "ms", "p99", "spread", "ms an image", "ms a step", "of it encode", "denoise", "decode");
        List<(double, double)> batch = [], perImage = [];
        foreach (var images in new[] { 1, 2, 4, 8, 16 })
        {
            var median = Measure(pipeline, table, rounds, images, 128, 128, 10);
            batch.Add((images, median / 1000));
            perImage.Add((images, median / images / 1000));
        }
        foreach (var (width, height) in new[] { (80, 80), (96, 96), (128, 96) }) Measure(pipeline, table, rounds, 4, width, height, 10);
        foreach (var steps in new[] { 5, 20, 40 }) Measure(pipeline, table, rounds, 4, 128, 128, steps);
        var plot = Lines.Draw("krea-2-nano, 128 x 128, 10 steps with guidance: seconds", "images of one generation",
            [("together", [.. batch]), ("an image", [.. perImage])]);
        return Task.FromResult(new Section(Name, table.ToString(), ("scaling.svg", plot)));
    }

    private static double Measure(Krea2Pipeline pipeline, Table table, int rounds, int images, int width, int height, int steps)
    {
        Series total = new(), encode = new(), denoise = new(), decode = new();
        for (var round = 0; round <= rounds; round++)
        {
            var times = pipeline.Run(NanoRequests.Of(images, steps, round, width, height)).Times;
            if (round == 0) continue;
            total.Add([times.Total.TotalMilliseconds]);
            encode.Add([times.Encode.TotalMilliseconds]);
            denoise.Add([times.Denoise.TotalMilliseconds]);
            decode.Add([times.Decode.TotalMilliseconds]);
        }
        table.Row([$"{images}", $"{width} x {height}", $"{steps}", .. Table.Cells(total), Table.Number(total.Median / images), Table.Number(denoise.Median / steps),
            Table.Number(encode.Median), Table.Number(denoise.Median), Table.Number(decode.Median)]);
        return total.Median;
    }
}

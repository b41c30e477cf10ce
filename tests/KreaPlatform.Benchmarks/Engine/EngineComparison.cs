using System.Diagnostics;
using KreaPlatform.Benchmarks.Reporting;
using KreaPlatform.Benchmarks.Statistics;
using KreaPlatform.Diffusion;
using KreaPlatform.Diffusion.Bundles;

namespace KreaPlatform.Benchmarks.Engine;

/// <summary>The engine against <see cref="PlainLoop"/>, in turns within one process, and the engine's time outside ONNX Runtime.</summary>
internal sealed class EngineComparison : IMeasurement
{
    private const int Steps = 20;

    public string Name => "engine-comparison";

    public Task<Section> RunAsync(Effort effort)
    {
        using var pipeline = NanoRequests.Load();
        using var plain = new PlainLoop(ModelBundle.Open(Repository.Nano));
        var table = new Table("images", "plain loop, ms", "spread", "engine, ms", "p99", "spread", "plain / engine", "outside ONNX Runtime", "plain allocates", "engine allocates");
        double difference = 0;
        foreach (var images in new[] { 1, 4, 8 })
        {
            Series slow = new(), fast = new(), outside = new();
            double plainBytes = 0, engineBytes = 0;
            for (var round = 0; round <= effort.Of(4, 2); round++)
            {
                var start = Stopwatch.GetTimestamp();
                var bytes = GC.GetAllocatedBytesForCurrentThread();
                var reference = plain.Generate(NanoRequests.Prompt(round), NanoRequests.Seeds(images), 128, 128, Steps, NanoRequests.Guidance);
                var (plainTime, plainAllocated) = (Stopwatch.GetElapsedTime(start).TotalMilliseconds, GC.GetAllocatedBytesForCurrentThread() - bytes);

                start = Stopwatch.GetTimestamp();
                bytes = GC.GetAllocatedBytesForCurrentThread();
                var output = pipeline.Run(NanoRequests.Of(images, Steps, round));
                var (engineTime, engineAllocated) = (Stopwatch.GetElapsedTime(start).TotalMilliseconds, GC.GetAllocatedBytesForCurrentThread() - bytes);

                difference = Math.Max(difference, Difference(reference, output));
                // The first round warms both up.
                if (round == 0) continue;
                slow.Add([plainTime]);
                fast.Add([engineTime]);
                outside.Add([output.Times.Outside()]);
                (plainBytes, engineBytes) = (plainAllocated, engineAllocated);
            }
            table.Row($"{images}", Table.Number(slow.Median), Table.Percent(slow.Spread), Table.Number(fast.Median), Table.Number(fast.P99), Table.Percent(fast.Spread),
                Table.Number(slow.Median / fast.Median), Table.Percent(outside.Median), Megabytes(plainBytes), Megabytes(engineBytes));
        }
        return Task.FromResult(new Section(Name, $"{table}\n128 x 128, {Steps} steps, guidance {NanoRequests.Guidance}, {Sources(pipeline, effort)} Largest difference of a pixel between the two: {difference:0.0e0}."));
    }

    // What sources and previews cost outside ONNX Runtime.
    private static string Sources(Krea2Pipeline pipeline, Effort effort)
    {
        var previewed = new Series();
        for (var round = 0; round <= effort.Of(4, 1); round++)
        {
            var output = pipeline.Run(NanoRequests.Of(4, Steps, round), new PreviewEveryFifth());
            if (round > 0) previewed.Add([output.Times.Outside()]);
        }
        return $"{effort.Of(4, 2)} rounds. With previews of four images every five steps {Table.Percent(previewed.Median)} of the time is outside ONNX Runtime.";
    }

    private static double Difference(float[][] signed, GenerationOutput output)
    {
        double largest = 0;
        for (var image = 0; image < signed.Length; image++)
            for (var i = 0; i < signed[image].Length; i++)
                largest = Math.Max(largest, Math.Abs(Math.Clamp(signed[image][i] * 0.5 + 0.5, 0, 1) - output.Images[image].Pixels[i]));
        return largest;
    }

    private static string Megabytes(double bytes) => Table.Number(bytes / 1e6) + " MB";

    private sealed class PreviewEveryFifth : IStepObserver
    {
        public void OnStep(in StepReport report)
        {
            if (report.Step % 5 != 0 || report.Step == report.Steps) return;
            for (var i = 0; i < report.Images; i++) report.Preview(i);
        }
    }
}

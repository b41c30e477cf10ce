using KreaPlatform.Evaluation.Reports;
using KreaPlatform.Evaluation.Studio;

namespace KreaPlatform.Evaluation.Sliders;

/// <summary>What do the sliders do to a picture?</summary>
internal static class SliderReport
{
    private static readonly (string Name, int Decimals, Func<PictureMeasures, double> Of)[] Measures =
    [
        ("colourfulness", 1, look => look.Colourfulness), ("contrast", 3, look => look.Contrast), ("detail", 4, look => look.Detail), ("entropy, bits", 2, look => look.Entropy),
        ("streaks", 3, look => look.Streaks),
    ];

    /// <summary>Writes a table a slider: each measure at each position, and its change from one end to the other.</summary>
    public static void Write(Report report, IReadOnlyList<SliderRun> runs, int prompts, int seeds)
    {
        report.Heading($"Sliders: {prompts} prompts, {seeds} seeds");
        foreach (var run in runs)
        {
            report.Paragraph($"**{run.Name}**, creativity {run.Creativity.ToString().ToLowerInvariant()}"
                + (run.Idle ? ": reported as without effect, since the model's vocabulary has no word for it." : ":"));
            report.Table(["", .. SliderRun.Positions.Select(p => $"{p}"), "-100 to 100, 95 % interval over prompts"],
                [.. Measures.Select(measure => (string[])[measure.Name, .. run.Looks.Select(l => Text.Number(l.Average(measure.Of), measure.Decimals)), Change(run, measure.Of, measure.Decimals)])]);
        }
    }

    /// <summary>The mean change of a measure over prompts, from -100 to 100.</summary>
    public static double Change(SliderRun run, Func<PictureMeasures, double> of) => Changes(run, of).Average();

    private static string Change(SliderRun run, Func<PictureMeasures, double> of, int decimals) => Text.WithInterval(Statistics.Mean(Changes(run, of)), decimals);

    private static IEnumerable<double> Changes(SliderRun run, Func<PictureMeasures, double> of) => run.Looks[^1].Zip(run.Looks[0], (high, low) => of(high) - of(low));
}

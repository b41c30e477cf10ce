using KreaPlatform.Evaluation.Reports;

namespace KreaPlatform.Evaluation.Two;

/// <summary>(b) With two references, does raising one's slider raise its similarity more than the other's?</summary>
internal static class TwoReport
{
    /// <summary>Writes the tables and the plot.</summary>
    public static void Write(Report report, IReadOnlyList<TwoSliders> runs)
    {
        var positions = runs[0].Positions;
        report.Heading($"Two references: {runs.Count} prompts, each slider moved while the other stands at {Text.Number(TwoSliders.Standing)}");
        report.Table(["moved slider", .. positions.Select(e => Text.Number(e))],
        [
            ["similarity to the moved one", .. Row((run, i) => run.Own(i))],
            ["similarity to the other", .. Row((run, i) => run.Other(i))],
            ["lead of the moved one since 0", .. Row((run, i) => run.Lead(i))],
        ]);
        var last = positions.Count - 1;
        bool[] moves = [true, false];
        var leads = runs.Select(run => moves.Average(first => run.LeadOf(first, last) > 0 ? 1.0 : 0));
        report.Paragraph($"Moves from 0 to {Text.Number(positions[last])} that raise the moved one's similarity more than the other's: {Text.WithInterval(Statistics.Mean(leads))} "
            + $"of {2 * runs.Count}.");

        var plot = new Chart("slider of the moved reference", "cosine of style, output to reference");
        plot.Add(Series("the moved one", 0, (run, i) => run.Own(i)));
        plot.Add(Series($"the other, which stands at {Text.Number(TwoSliders.Standing)}", 1, (run, i) => run.Other(i)));
        report.Picture("two-references", plot.Draw());

        IEnumerable<string> Row(Func<TwoSliders, int, double> value) =>
            positions.Select((_, i) => Text.WithInterval(Statistics.Mean(runs.Select(run => value(run, i)))));

        ChartSeries Series(string name, int colour, Func<TwoSliders, int, double> value) => new(name,
        [
            .. positions.Select((e, i) =>
            {
                var mean = Statistics.Mean(runs.Select(run => value(run, i)));
                return new ChartPoint(e, mean.Value, mean.Low, mean.High);
            }),
        ]) { Colour = Palette.Series[colour], Width = 2.5f };
    }
}

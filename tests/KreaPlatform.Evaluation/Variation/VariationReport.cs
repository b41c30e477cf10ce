using KreaPlatform.Evaluation.Reports;
using KreaPlatform.Prompting;

namespace KreaPlatform.Evaluation.Variation;

/// <summary>How much do the pictures of a job differ, and do they still show what was asked for?</summary>
internal static class VariationReport
{
    /// <summary>Writes the tables and the plot.</summary>
    public static void Write(Report report, VariationGrid grid, int jobs, IReadOnlyList<DescriptorCheck> checks, int subjects)
    {
        report.Heading($"Variation: {grid.Prompts.Count} prompts, {jobs} jobs of {VariationGrid.JobSize} pictures each");
        report.Paragraph($"Prompts: {string.Join("; ", grid.Prompts)}.");
        report.Table(["creativity", "diversity", "Vendi, style", "Vendi, content", $"subject is the nearest of {subjects}", "among the nearest 5", "margin of the subject"],
        [
            .. grid.Cells.Select(cell => (string[])
            [
                Name(cell.Key.Creativity), Text.Number(cell.Key.Diversity), Mean(cell.Value, v => v.Style), Mean(cell.Value, v => v.Content), Mean(cell.Value, v => v.Named),
                Mean(cell.Value, v => v.AmongFive), Mean(cell.Value, v => v.Margin, 3),
            ]),
        ]);

        var plain = grid.Cells[VariationSetting.Plain];
        report.Paragraph("As multiples of raw without diversity, paired by prompt:");
        report.Table(["creativity", "diversity", "Vendi, style", "Vendi, content", "nearest", "among 5", "margin"],
        [
            .. grid.Cells.Where(cell => cell.Key != VariationSetting.Plain).Select(cell => (string[])
            [
                Name(cell.Key.Creativity), Text.Number(cell.Key.Diversity), Ratio(cell.Value, v => v.Style), Ratio(cell.Value, v => v.Content), Ratio(cell.Value, v => v.Named),
                Ratio(cell.Value, v => v.AmongFive), Ratio(cell.Value, v => v.Margin),
            ]),
        ]);

        var plot = new Chart("share of pictures whose subject is among the nearest 5", "Vendi score over style, of 8");
        foreach (var (diversity, i) in grid.Cells.Keys.Select(key => key.Diversity).Distinct().Select((d, i) => (d, i)))
            plot.Add(new ChartSeries($"diversity {Text.Number(diversity)}",
            [
                .. grid.Cells.Where(cell => cell.Key.Diversity == diversity).Select(cell =>
                {
                    var style = Statistics.Mean(cell.Value.Select(v => v.Style));
                    return new ChartPoint(cell.Value.Average(v => v.AmongFive), style.Value, style.Low, style.High, Name(cell.Key.Creativity));
                }),
            ]) { Colour = Palette.Series[i], Width = 2 });
        report.Picture("variation", plot.Draw());

        report.Paragraph("What the descriptor itself names in real pictures, by medium:");
        report.Table(["medium", "pictures", "subject is the nearest", "margin"], [.. checks.Select(c => (string[])[c.Medium, $"{c.Pictures}", Text.Number(c.Named), Text.Number(c.Margin, 3)])]);

        string Ratio(IReadOnlyList<PromptVariation> cell, Func<PromptVariation, double> value) =>
            Text.WithInterval(Statistics.Ratio([.. cell.Select(value)], [.. plain.Select(value)]));
    }

    private static string Mean(IReadOnlyList<PromptVariation> cell, Func<PromptVariation, double> value, int decimals = 2) =>
        Text.WithInterval(Statistics.Mean(cell.Select(value)), decimals);

    private static string Name(Creativity creativity) => creativity.ToString().ToLowerInvariant();
}

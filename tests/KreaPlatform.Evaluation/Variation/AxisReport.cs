using KreaPlatform.Evaluation.Reports;

namespace KreaPlatform.Evaluation.Variation;

/// <summary>What each axis of the vocabulary, drawn alone, gives in variation and takes in alignment.</summary>
internal static class AxisReport
{
    /// <summary>The axes that are tried, by name; each has all of its phrases drawn for every picture.</summary>
    public static IReadOnlyDictionary<string, string[]> Axes { get; } = new Dictionary<string, string[]>
    {
        ["medium"] = ["medium"],
        ["rendering"] = ["rendering"],
        ["medium or rendering"] = ["medium", "rendering"],
        ["palette"] = ["palette"],
        ["place"] = ["place"],
        ["look and palette"] = ["medium", "rendering", "palette"],
        ["look and place"] = ["medium", "rendering", "place"],
        ["all"] = ["medium", "rendering", "palette", "place"],
    };

    /// <summary>Writes the table: multiples of raw, paired by prompt.</summary>
    public static void Write(Report report, IReadOnlyList<PromptVariation> plain, IReadOnlyDictionary<string, IReadOnlyList<PromptVariation>> axes)
    {
        report.Heading($"Axes alone: {plain.Count} prompts, as multiples of raw");
        report.Table(["axes drawn for every picture", "Vendi, style", "Vendi, content", "nearest", "among 5", "margin"],
        [
            .. axes.Select(axis => (string[])
            [
                axis.Key, Ratio(axis.Value, v => v.Style), Ratio(axis.Value, v => v.Content), Ratio(axis.Value, v => v.Named), Ratio(axis.Value, v => v.AmongFive),
                Ratio(axis.Value, v => v.Margin),
            ]),
        ]);

        string Ratio(IReadOnlyList<PromptVariation> cell, Func<PromptVariation, double> value) =>
            Text.WithInterval(Statistics.Ratio([.. cell.Select(value)], [.. plain.Select(value)]));
    }
}

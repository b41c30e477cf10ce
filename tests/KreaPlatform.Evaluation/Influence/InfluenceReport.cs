using KreaPlatform.Evaluation.Corpus;
using KreaPlatform.Evaluation.Reports;
using KreaPlatform.Vision.Statistics;

namespace KreaPlatform.Evaluation.Influence;

/// <summary>(a) Does similarity of style rise with influence, for how many pairs, and for which does it not?</summary>
internal static class InfluenceReport
{
    private const double Follows = 0.9;

    // The reference implementation's figures, in the model's README: twenty pairs, and the mean of their rhos.
    private const int ReferencePairs = 20;
    private const double ReferenceMean = 0.83;

    /// <summary>Writes the tables and the plot.</summary>
    public static void Write(Report report, InfluenceSweep sweep, EvaluationCorpus corpus)
    {
        var curves = sweep.Curves;
        report.Heading($"Influence: {curves.Count} pairs, {curves[0].Pictures[0].Count} seeds a point");
        var points = Enumerable.Range(0, sweep.Influences.Count).Select(i => Statistics.Mean(curves.Select(curve => curve.Similarity[i]))).ToArray();
        report.Table(["e", .. sweep.Influences.Select(e => Text.Number(e))],
            [["similarity", .. points.Select(p => Text.Number(p.Value))], ["95 % interval", .. points.Select(Text.Interval)]]);

        var rhos = curves.Select(curve => curve.Rho()).ToArray();
        report.Table(["", "value", "95 % interval over pairs"],
        [
            ["Spearman's rho of the mean curve", Text.Number(sweep.RhoOfMean), ""],
            Row("rho of a pair over -2 to 2, mean", rhos),
            Row("rho of a pair over 0 to 2, mean", [.. curves.Select(curve => curve.Rho(0))]),
            Row($"pairs with rho of at least {Text.Number(Follows)} over 0 to 2", [.. curves.Select(curve => curve.Rho(0) >= Follows ? 1.0 : 0)]),
            Row("the same towards the centre of the style's other pictures, -2 to 2", [.. curves.Select(curve => curve.RhoTowards(Centre(curve, corpus)))]),
            Row("the same, 0 to 2", [.. curves.Select(curve => curve.RhoTowards(Centre(curve, corpus), 0))]),
            Row("pairs nearer to the reference at e = 2 than at 0", [.. curves.Select(curve => curve.SimilarityAt(2) > curve.SimilarityAt(0) ? 1.0 : 0)]),
            Row("pairs further from it at e = -1 than at 0", [.. curves.Select(curve => curve.SimilarityAt(-1) < curve.SimilarityAt(0) ? 1.0 : 0)]),
        ]);

        if (curves.Count > ReferencePairs) WriteChance(report, rhos);

        var plot = new Chart("influence e", "cosine of style, output to reference");
        foreach (var curve in curves)
            plot.Add(new ChartSeries("", [.. curve.Similarity.Select((s, i) => new ChartPoint(sweep.Influences[i], s))]) { Colour = curve.Rho(0) >= Follows ? Palette.Faint : Palette.FaintWarm });
        plot.Add(new ChartSeries($"mean of {curves.Count} pairs", [.. points.Select((p, i) => new ChartPoint(sweep.Influences[i], p.Value, p.Low, p.High))]) { Colour = Palette.Ink, Width = 3 });
        report.Picture("influence", plot.Draw());
        WritePairs(report, sweep, corpus);
        WriteReasons(report, sweep, corpus, rhos);
    }

    // Twenty is few: how often would twenty of these do as well as the reference's twenty did?
    private static void WriteChance(Report report, double[] rhos)
    {
        const int lists = 20_000;
        var random = Statistics.Draws();
        var means = Enumerable.Range(0, lists).Select(_ => random.GetItems(rhos, ReferencePairs).Average()).ToArray();
        report.Paragraph($"Of lists of {ReferencePairs} drawn from these pairs, {Text.Number(100.0 * means.Count(m => m >= ReferenceMean) / lists, 1)} % have a mean of at least "
            + $"{Text.Number(ReferenceMean)}, the reference implementation's.");
    }

    private static void WritePairs(Report report, InfluenceSweep sweep, EvaluationCorpus corpus)
    {
        var likeness = ReferenceTraits.For(sweep, corpus)[0];
        report.Heading("Pairs, those that follow worst first");
        report.Table(["prompt", "reference", "rendering, medium, grade", "likeness to the model's own look", "at 0", "at 2", "rho -2..2", "rho 0..2", "rho -2..2 towards its style's other pictures"],
        [
            .. sweep.Curves.OrderBy(curve => curve.Rho()).Select(curve => (string[])
            [
                curve.Pair.Prompt, Path.GetFileNameWithoutExtension(curve.Pair.Reference.Label.File), Factors(curve.Pair.Reference.Label), Text.Number(likeness.Of(curve)),
                Text.Number(curve.SimilarityAt(0)), Text.Number(curve.SimilarityAt(2)), Text.Number(curve.Rho()), Text.Number(curve.Rho(0)),
                Text.Number(curve.RhoTowards(Centre(curve, corpus))),
            ]),
        ]);
    }

    private static void WriteReasons(Report report, InfluenceSweep sweep, EvaluationCorpus corpus, double[] rhos)
    {
        report.Heading("Why: rank correlation over pairs of a trait with the pair's rho");
        report.Table(["trait", "correlation", "95 % interval"],
        [
            .. ReferenceTraits.For(sweep, corpus).Select(trait =>
            {
                var found = Spearman.RhoInterval([.. sweep.Curves.Select(trait.Of)], rhos, Statistics.Draws());
                return (string[])[trait.Name, Text.Number(found.Value), Text.Interval(found)];
            }),
        ]);
        WriteGroups(report, sweep, corpus, "references", Look);
        WriteGroups(report, sweep, corpus, "rendering of the reference", curve => curve.Pair.Reference.Label.Rendering);
        WriteGroups(report, sweep, corpus, "grade of the reference", curve => curve.Pair.Reference.Label.Grade);
        WriteGroups(report, sweep, corpus, "prompt", curve => Scene(curve.Pair.Prompt));
    }

    private static void WriteGroups(Report report, InfluenceSweep sweep, EvaluationCorpus corpus, string name, Func<PairCurve, string> group) =>
        report.Table([name, "pairs", "rho, mean", "towards its style's other pictures", "rise from e = 0 to 2"],
        [
            .. sweep.Curves.GroupBy(group).OrderBy(members => members.Key).Select(members => (string[])
            [
                members.Key, $"{members.Count()}", Text.WithInterval(Statistics.Mean(members.Select(curve => curve.Rho()))),
                Text.WithInterval(Statistics.Mean(members.Select(curve => curve.RhoTowards(Centre(curve, corpus))))),
                Text.Number(members.Average(curve => curve.SimilarityAt(2) - curve.SimilarityAt(0))),
            ]),
        ]);

    private static float[] Centre(PairCurve curve, EvaluationCorpus corpus) =>
        Vectors.Centre(corpus.Style(curve.Pair.Reference.Label.Style).Where(image => image != curve.Pair.Reference).Select(image => image.Vectors.Style));

    private static string Look(PairCurve curve) => curve.Pair.Reference.Label switch
    {
        { Medium: not "none" } => "with a medium",
        { Grade: not "none" } => "no medium, a grade",
        _ => "neither medium nor grade",
    };

    private static string Scene(string prompt) => prompt.Contains(" riding ") ? "riding a thing" : prompt.Contains(" with ") ? "with a thing" : prompt.Contains(" in ") ? "in a meadow" : "alone";

    private static string Factors(ImageLabel label) => $"{label.Rendering}, {label.Medium}, {label.Grade}";

    private static string[] Row(string name, double[] values)
    {
        var mean = Statistics.Mean(values);
        return [name, Text.Number(mean.Value), Text.Interval(mean)];
    }
}

using KreaPlatform.Evaluation.Boards;
using KreaPlatform.Evaluation.Content;
using KreaPlatform.Evaluation.Corpus;
using KreaPlatform.Evaluation.Influence;
using KreaPlatform.Evaluation.Reports;
using KreaPlatform.Evaluation.Sheets;
using KreaPlatform.Evaluation.Sliders;
using KreaPlatform.Evaluation.Studio;
using KreaPlatform.Evaluation.Two;
using KreaPlatform.Evaluation.Variation;

namespace KreaPlatform.Evaluation.CommandLine;

/// <summary>The experiments by name.</summary>
internal static class Experiments
{
    private const int SheetRows = 4;

    private static readonly Dictionary<string, Action<Bench, Report>> ByName = new()
    {
        ["influence"] = WriteInfluence,
        ["two"] = (bench, report) => TwoReport.Write(report, TwoSliders.Run(bench.Studio, bench.Pairs, TwoSliders.Full, bench.Seeds)),
        ["content"] = (bench, report) => ContentReport.Write(report, bench.Sweep(), bench.Corpus, bench.KnownSubjects),
        ["boards"] = (bench, report) => BoardReport.Write(report, bench.Boards(), bench.BoardPrompts.Count),
        ["variation"] = (bench, report) => VariationReport.Write(report, bench.Variation(VariationSetting.Grid), bench.Jobs, DescriptorCheck.Of(bench.Corpus, bench.KnownSubjects), bench.KnownSubjects.Count),
        ["axes"] = (bench, report) => AxisReport.Write(report, bench.Variation([VariationSetting.Plain]).Cells[VariationSetting.Plain],
            AxisReport.Axes.ToDictionary(axis => axis.Key, axis => bench.Only(axis.Value))),
        ["sliders"] = (bench, report) => SliderReport.Write(report, bench.Sliders(), bench.SliderPrompts.Count, bench.Seeds),
        ["sheets"] = WriteSheets,
    };

    /// <summary>Their names, in the order in which they are run.</summary>
    public static IReadOnlyCollection<string> Names => ByName.Keys;

    /// <summary>Runs those that are asked for; each has a report of its own.</summary>
    public static async Task<int> RunAsync(EvaluationOptions options)
    {
        using var studio = new DrawingStudio(options.Threads, Path.Combine(options.Out, "observations.jsonl"));
        var corpus = await EvaluationCorpus.LoadAsync(RepositoryFiles.Styles, studio.Descriptor);
        var bench = new Bench(studio, corpus, options);
        foreach (var name in options.Experiments.Count == 0 ? Names : options.Experiments)
        {
            using var report = new Report(options.Out, name);
            ByName[name](bench, report);
        }
        return 0;
    }

    private static void WriteInfluence(Bench bench, Report report)
    {
        InfluenceReport.Write(report, bench.Sweep(), bench.Corpus);
        StyleSheets.Influence(report, bench.Studio, "sheet-influence-worst", bench.Sweep().Curves.OrderBy(curve => curve.Rho()).Take(SheetRows).Select(curve => curve.Pair));
    }

    private static void WriteSheets(Bench bench, Report report)
    {
        StyleSheets.Influence(report, bench.Studio, "sheet-influence", bench.Pairs.Take(SheetRows));
        StyleSheets.Two(report, bench.Studio, bench.Pairs[1], bench.Pairs[3].Reference);
        StyleSheets.Board(report, bench.Studio, bench.Corpus.Style(bench.Pairs[1].Reference.Label.Style), [.. bench.BoardPrompts.Take(2)]);
        VariationSheets.Creativity(report, bench.Studio);
        VariationSheets.Diversity(report, bench.Studio);
        VariationSheets.Sliders(report, bench.Studio);
        EditingSheets.ImageToImage(report, bench.Studio);
        EditingSheets.Mask(report, bench.Studio);
        EditingSheets.Ratios(report, bench.Studio);
        EditingSheets.Upscale(report, bench.Studio);
    }
}

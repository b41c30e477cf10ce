using KreaPlatform.Evaluation.Reports;
using KreaPlatform.Evaluation.Sliders;
using KreaPlatform.Evaluation.Studio;
using KreaPlatform.Evaluation.Variation;
using KreaPlatform.Prompting;

namespace KreaPlatform.Evaluation.Sheets;

/// <summary>How far pictures wander, to look at: one job of eight from the first seed a row.</summary>
internal static class VariationSheets
{
    private const string Prompt = "a cat riding a bicycle";
    private static readonly ulong[] Seeds = [1, 2, 3, 4, 5, 6, 7, 8];

    /// <summary>Creativity.</summary>
    public static void Creativity(Report report, DrawingStudio studio)
    {
        var sheet = new ContactSheet([]);
        foreach (var creativity in Enum.GetValues<Creativity>())
            sheet.Add(creativity.ToString().ToLowerInvariant(), studio.Draw(new Scene { Prompts = Expand(studio, creativity, default), Seeds = Seeds }));
        report.Picture("sheet-creativity", sheet.Draw());
        foreach (var prompt in Expand(studio, Prompting.Creativity.High, default)) report.Paragraph($"* {prompt}");
    }

    /// <summary>Diversity.</summary>
    public static void Diversity(Report report, DrawingStudio studio)
    {
        var sheet = new ContactSheet([]);
        foreach (var diversity in (float[])[0, 0.5f, 1])
            sheet.Add(Text.Number(diversity), studio.Draw(Scene.Of(Prompt, Seeds) with { Diversity = diversity }));
        report.Picture("sheet-diversity", sheet.Draw());
    }

    /// <summary>The sliders, with creativity medium.</summary>
    public static void Sliders(Report report, DrawingStudio studio)
    {
        var sheet = new ContactSheet([.. SliderRun.Positions.Select(p => $"{p}")]);
        foreach (var (name, slider) in SliderRun.ByName)
            foreach (var seed in (int[])[0, 1])
                sheet.Add(name, [.. SliderRun.Positions.Select(position => studio.Draw(new Scene
                {
                    Prompts = [Expand(studio, Prompting.Creativity.Medium, slider(position))[seed]],
                    Seeds = [Seeds[seed]],
                    Guidance = (float)slider(position).Guidance(studio.Manifest.Defaults.Guidance),
                })[0])]);
        report.Picture("sheet-sliders", sheet.Draw());
    }

    private static IReadOnlyList<string> Expand(DrawingStudio studio, Creativity creativity, StyleSliders sliders) =>
        new PromptExpander(PromptVocabulary.FromBundle(studio.Manifest.Vocabulary))
            .Expand(Prompt, creativity, Seeds.Length, 1, text => VariationGrid.Fits(studio.Pipeline, text), sliders);
}

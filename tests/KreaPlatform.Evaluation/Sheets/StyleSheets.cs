using KreaPlatform.Diffusion.Styles;
using KreaPlatform.Evaluation.Corpus;
using KreaPlatform.Evaluation.Influence;
using KreaPlatform.Evaluation.Reports;
using KreaPlatform.Evaluation.Studio;

namespace KreaPlatform.Evaluation.Sheets;

/// <summary>What style sources do, to look at; always the first seed.</summary>
internal static class StyleSheets
{
    private const int BoardSize = 6;
    private static readonly ulong[] First = [1];

    /// <summary>One reference over its influence.</summary>
    public static void Influence(Report report, DrawingStudio studio, string name, IEnumerable<StylePair> pairs)
    {
        float[] influences = [-1, 0, 0.5f, 1, 1.5f, 2];
        var sheet = new ContactSheet(["reference", .. influences.Select(e => $"e = {Text.Number(e)}")]);
        foreach (var pair in pairs)
            sheet.Add(Lines(pair.Prompt), [pair.Reference.Picture, .. influences.Select(e => studio.Draw(Scene.Of(pair.Prompt, First, StyleInput.Reference(pair.Reference, e)))[0])]);
        report.Picture(name, sheet.Draw());
    }

    /// <summary>Two references, each over its influence.</summary>
    public static void Two(Report report, DrawingStudio studio, StylePair pair, CorpusImage second)
    {
        float[] influences = [0, 0.5f, 1, 1.5f];
        // Like a table of products: one reference above, the other at the left.
        var sheet = new ContactSheet(["", .. influences.Select(e => $"across {Text.Number(e)}")]);
        sheet.Add("the references", [Blank, pair.Reference.Picture]);
        foreach (var (down, i) in influences.Select((e, i) => (e, i)))
            sheet.Add($"down {Text.Number(down)}", [i == 0 ? second.Picture : Blank, .. influences.Select(across => Draw(across, down))]);
        report.Picture("sheet-two-references", sheet.Draw());

        ServiceDefaults.Imaging.RgbImage Draw(float across, float down) =>
            studio.Draw(Scene.Of(pair.Prompt, First, StyleInput.Reference(pair.Reference, across), StyleInput.Reference(second, down)))[0];
    }

    /// <summary>A board, and prompts against it.</summary>
    public static void Board(Report report, DrawingStudio studio, IReadOnlyList<CorpusImage> style, IReadOnlyList<string> prompts)
    {
        float[] strengths = [-0.5f, 0, 0.35f, 0.7f, 1, 1.5f];
        var board = style.Take(BoardSize).ToArray();
        var sheet = new ContactSheet([.. strengths.Select(e => $"strength {Text.Number(e)}")]);
        sheet.Add("the board", [.. board.Select(image => image.Picture)]);
        foreach (var prompt in prompts)
            sheet.Add(Lines(prompt), [.. strengths.Select(e => studio.Draw(Scene.Of(prompt, First, new StyleInput(SourceKind.Moodboard, e, board)))[0])]);
        report.Picture("sheet-moodboard", sheet.Draw());
    }

    private static ServiceDefaults.Imaging.RgbImage Blank { get; } = new(1, 1, [0xFA, 0xF8, 0xF4]);

    private static string Lines(string prompt) => prompt.Replace(" riding ", "\nriding ").Replace(" with ", "\nwith ").Replace(" in a ", "\nin a ");
}

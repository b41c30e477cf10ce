using KreaPlatform.Diffusion.Styles;
using KreaPlatform.Evaluation.Corpus;
using KreaPlatform.Evaluation.Studio;

namespace KreaPlatform.Evaluation.Boards;

/// <summary>A style as one reference and as a board of six, held against six pictures of it that the model was not shown.</summary>
/// <param name="None">Cosine of style to the centre of the unseen six, without any source; the mean over prompts.</param>
/// <param name="One">With one picture as a reference.</param>
/// <param name="Six">With six as a board.</param>
/// <param name="Real">Of the six that the board has.</param>
internal sealed record BoardComparison(double None, double One, double Six, double Real)
{
    private const int Shown = 6;

    /// <summary>Makes the pictures, all prompts with all styles at the given influence.</summary>
    public static IReadOnlyList<BoardComparison> Run(DrawingStudio studio, EvaluationCorpus corpus, IReadOnlyList<string> prompts, int styles, float influence)
    {
        ulong[] seeds = [.. prompts.Select((_, i) => (ulong)(i + 1))];
        return
        [
            .. Enumerable.Range(0, styles).Select(i => i * corpus.StyleCount / styles).Select((style, i) =>
            {
                Progress.Say($"board {i + 1} of {styles}");
                var images = corpus.Style(style);
                var (shown, unseen) = (images.Take(Shown).ToArray(), images.Skip(Shown).ToArray());
                var centre = Vectors.Centre(unseen.Select(image => image.Vectors.Style));
                return new BoardComparison(Likeness(), Likeness(StyleInput.Reference(shown[0], influence)), Likeness(new StyleInput(SourceKind.Moodboard, influence, shown)),
                    shown.Average(image => Vectors.Cosine(image.Vectors.Style, centre)));

                double Likeness(params IReadOnlyList<StyleInput> sources) =>
                    studio.Observe(new Scene { Prompts = prompts, Seeds = seeds, Sources = sources }).Average(seen => Vectors.Cosine(seen.Style, centre));
            }),
        ];
    }
}

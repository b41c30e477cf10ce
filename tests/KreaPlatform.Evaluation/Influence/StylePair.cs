using KreaPlatform.Evaluation.Corpus;

namespace KreaPlatform.Evaluation.Influence;

/// <summary>A prompt and a reference that shows something else.</summary>
/// <param name="Reference">The reference.</param>
/// <param name="Prompt">The prompt.</param>
/// <param name="Subject">Who the prompt names.</param>
internal sealed record StylePair(CorpusImage Reference, string Prompt, string Subject)
{
    /// <summary>
    /// Pairs by rule, not by choice: styles at even distances; of a style, the picture whose number is the style's modulo 12; subjects, things and scenes of the prompt in
    /// turn. A style's pair is the same however many are asked for.
    /// </summary>
    public static IReadOnlyList<StylePair> Of(EvaluationCorpus corpus, PromptList prompts, int count) =>
    [
        .. Enumerable.Range(0, count).Select(i => i * corpus.StyleCount / count).Select(style =>
        {
            var images = corpus.Style(style);
            var reference = images[style % images.Count];
            var (prompt, subject) = prompts.At(style, reference.Label.Subject);
            return new StylePair(reference, prompt, subject);
        }),
    ];
}

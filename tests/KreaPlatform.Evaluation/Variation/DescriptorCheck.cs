using KreaPlatform.Evaluation.Corpus;

namespace KreaPlatform.Evaluation.Variation;

/// <summary>
/// How well the descriptor names subjects in real pictures of a medium. The fewer it names there, the more of a loss of alignment under creativity is the descriptor's
/// own: it is harder to tell what a blueprint shows.
/// </summary>
/// <param name="Medium">The medium.</param>
/// <param name="Pictures">How many real pictures there are.</param>
/// <param name="Named">Share whose nearest subject is right, the picture's own style left out of the index.</param>
/// <param name="Margin">How much nearer the right subject is than others are, the mean.</param>
internal sealed record DescriptorCheck(string Medium, int Pictures, double Named, double Margin)
{
    /// <summary>Checks it medium by medium.</summary>
    public static IReadOnlyList<DescriptorCheck> Of(EvaluationCorpus corpus, IReadOnlyList<string> subjects)
    {
        var found = new List<(string Medium, double Named, double Margin)>();
        foreach (var style in corpus.Images.GroupBy(image => image.Label.Style))
        {
            var others = corpus.Images.Where(image => image.Label.Style != style.Key).ToArray();
            var known = subjects.Where(subject => others.Any(image => image.Label.Subject == subject)).ToArray();
            var index = new SubjectIndex(others, known);
            foreach (var image in style.Where(image => known.Contains(image.Label.Subject)))
                found.Add((image.Label.Medium, index.Nearest(image.Vectors.Content) == image.Label.Subject ? 1 : 0, index.Margin(image.Vectors.Content, image.Label.Subject)));
        }
        return
        [
            .. found.GroupBy(f => f.Medium).OrderByDescending(g => g.Average(f => f.Named))
                .Select(g => new DescriptorCheck(g.Key, g.Count(), g.Average(f => f.Named), g.Average(f => f.Margin))),
        ];
    }
}

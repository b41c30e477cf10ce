using KreaPlatform.Evaluation.Corpus;

namespace KreaPlatform.Evaluation.Influence;

/// <summary>What might make a pair follow its slider or not, from the reference and from the pictures without it.</summary>
/// <param name="Name">What it is.</param>
/// <param name="Of">The trait of a pair.</param>
internal sealed record ReferenceTraits(string Name, Func<PairCurve, double> Of)
{
    /// <summary>All traits, for the pairs of a sweep.</summary>
    public static IReadOnlyList<ReferenceTraits> For(InfluenceSweep sweep, EvaluationCorpus corpus)
    {
        var neutral = Vectors.Centre(sweep.Curves.SelectMany(curve => curve.At(0)).Select(seen => seen.Style));
        return
        [
            new("likeness of the reference to the model's own look (the centre of all pictures at e = 0)", c => Vectors.Cosine(c.Pair.Reference.Vectors.Style, neutral)),
            new("likeness of the reference to this prompt's pictures at e = 0", c => c.SimilarityAt(0)),
            new("likeness of the reference to the other pictures of its style", c => Likeness(c, corpus, same: true)),
            new("likeness of the reference to pictures of other styles", c => Likeness(c, corpus, same: false)),
            new("spread over seeds", c => c.Spread),
            new("rise from e = 0 to 2", c => c.SimilarityAt(2) - c.SimilarityAt(0)),
        ];
    }

    private static double Likeness(PairCurve curve, EvaluationCorpus corpus, bool same)
    {
        var reference = curve.Pair.Reference;
        return corpus.Images.Where(image => image != reference && image.Label.Style == reference.Label.Style == same)
            .Average(image => Vectors.Cosine(image.Vectors.Style, reference.Vectors.Style));
    }
}

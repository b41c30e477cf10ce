using KreaPlatform.Evaluation.Corpus;
using KreaPlatform.Evaluation.Studio;
using KreaPlatform.Vision.Statistics;

namespace KreaPlatform.Evaluation.Influence;

/// <summary>What one pair's pictures were like at each influence.</summary>
/// <param name="Pair">The pair.</param>
/// <param name="Influences">e, rising.</param>
/// <param name="Pictures">For each e, its pictures.</param>
internal sealed record PairCurve(StylePair Pair, IReadOnlyList<float> Influences, IReadOnlyList<IReadOnlyList<Observation>> Pictures)
{
    /// <summary>For each e, the mean cosine of style to the reference.</summary>
    public IReadOnlyList<double> Similarity { get; } = Likeness(Pictures, Pair.Reference.Vectors.Style);

    /// <summary>The pictures at an influence.</summary>
    public IReadOnlyList<Observation> At(float influence) => Pictures[Place(influence)];

    /// <summary>The similarity at an influence.</summary>
    public double SimilarityAt(float influence) => Similarity[Place(influence)];

    /// <summary>Spearman's rho of similarity with e, from <paramref name="from"/> on.</summary>
    public double Rho(float from = float.NegativeInfinity) => Rho(Similarity, from);

    /// <summary>Rho of the similarity to another direction, such as the centre of the reference's style.</summary>
    public double RhoTowards(float[] style, float from = float.NegativeInfinity) => Rho(Likeness(Pictures, style), from);

    /// <summary>Standard deviation of similarity over seeds, the mean over all e: how far a single picture strays from its curve.</summary>
    public double Spread => Pictures.Average(seen =>
    {
        var values = seen.Select(o => Vectors.Cosine(o.Style, Pair.Reference.Vectors.Style)).ToArray();
        var mean = values.Average();
        return Math.Sqrt(values.Sum(v => (v - mean) * (v - mean)) / Math.Max(1, values.Length - 1));
    });

    private int Place(float influence)
    {
        for (var i = 0; i < Influences.Count; i++) if (Influences[i] == influence) return i;
        throw new ArgumentOutOfRangeException(nameof(influence));
    }

    private double Rho(IReadOnlyList<double> similarity, float from)
    {
        var taken = Enumerable.Range(0, Influences.Count).Where(i => Influences[i] >= from).ToArray();
        return Spearman.Rho([.. taken.Select(i => (double)Influences[i])], [.. taken.Select(i => similarity[i])]);
    }

    private static IReadOnlyList<double> Likeness(IReadOnlyList<IReadOnlyList<Observation>> pictures, float[] style) =>
        [.. pictures.Select(seen => seen.Average(o => Vectors.Cosine(o.Style, style)))];
}

using KreaPlatform.Evaluation.Studio;
using KreaPlatform.Vision.Statistics;

namespace KreaPlatform.Evaluation.Influence;

/// <summary>Similarity of style over influence, pair by pair.</summary>
/// <param name="Curves">One a pair.</param>
internal sealed record InfluenceSweep(IReadOnlyList<PairCurve> Curves)
{
    /// <summary>The influences of the model's README.</summary>
    public static IReadOnlyList<float> Full { get; } = [-2, -1, -0.5f, 0, 0.25f, 0.5f, 0.75f, 1, 1.5f, 2];

    /// <summary>e, rising.</summary>
    public IReadOnlyList<float> Influences => Curves[0].Influences;

    /// <summary>The mean over pairs, for each e.</summary>
    public IReadOnlyList<double> MeanCurve => [.. Enumerable.Range(0, Influences.Count).Select(i => Curves.Average(curve => curve.Similarity[i]))];

    /// <summary>Spearman's rho of the mean curve.</summary>
    public double RhoOfMean => Spearman.Rho([.. Influences.Select(e => (double)e)], MeanCurve);

    /// <summary>Makes the pictures.</summary>
    public static InfluenceSweep Run(DrawingStudio studio, IReadOnlyList<StylePair> pairs, IReadOnlyList<float> influences, int seeds)
    {
        ulong[] drawn = [.. Enumerable.Range(1, seeds).Select(i => (ulong)i)];
        return new InfluenceSweep(
        [
            .. pairs.Select((pair, i) =>
            {
                Progress.Say($"pair {i + 1} of {pairs.Count}");
                return new PairCurve(pair, influences, [.. influences.Select(e => studio.Observe(Scene.Of(pair.Prompt, drawn, StyleInput.Reference(pair.Reference, e))))]);
            }),
        ]);
    }
}

using KreaPlatform.Evaluation.Corpus;
using KreaPlatform.Evaluation.Influence;
using KreaPlatform.Evaluation.Studio;

namespace KreaPlatform.Evaluation.Two;

/// <summary>A prompt with two references, each slider moved in turn while the other stands.</summary>
/// <param name="First">The prompt, and one reference.</param>
/// <param name="Second">The other reference, of another style.</param>
/// <param name="Positions">The positions of the moved slider, rising.</param>
/// <param name="MovingFirst">Pictures by position while the first moves.</param>
/// <param name="MovingSecond">Pictures by position while the second moves.</param>
internal sealed record TwoSliders(StylePair First, CorpusImage Second, IReadOnlyList<float> Positions, IReadOnlyList<IReadOnlyList<Observation>> MovingFirst,
    IReadOnlyList<IReadOnlyList<Observation>> MovingSecond)
{
    /// <summary>Where the other slider stands.</summary>
    public const float Standing = 0.5f;

    /// <summary>Positions of the moved slider.</summary>
    public static IReadOnlyList<float> Full { get; } = [0, 0.5f, 1, 1.5f];

    /// <summary>Similarity to the reference whose slider is moved, the mean of both directions.</summary>
    public double Own(int position) => (Mean(MovingFirst[position], First.Reference) + Mean(MovingSecond[position], Second)) / 2;

    /// <summary>Similarity to the reference whose slider stands.</summary>
    public double Other(int position) => (Mean(MovingFirst[position], Second) + Mean(MovingSecond[position], First.Reference)) / 2;

    /// <summary>How much more similarity to the moved one rises than to the other, from the first position to a later one.</summary>
    public double Lead(int position) => Own(position) - Own(0) - (Other(position) - Other(0));

    /// <summary>The lead while only one of the two moves.</summary>
    public double LeadOf(bool first, int position)
    {
        var (seen, own, other) = first ? (MovingFirst, First.Reference, Second) : (MovingSecond, Second, First.Reference);
        return Mean(seen[position], own) - Mean(seen[0], own) - (Mean(seen[position], other) - Mean(seen[0], other));
    }

    /// <summary>Makes the pictures. The second reference is that of the pair half the list further on.</summary>
    public static IReadOnlyList<TwoSliders> Run(DrawingStudio studio, IReadOnlyList<StylePair> pairs, IReadOnlyList<float> positions, int seeds)
    {
        ulong[] drawn = [.. Enumerable.Range(1, seeds).Select(i => (ulong)i)];
        return
        [
            .. pairs.Select((pair, i) =>
            {
                Progress.Say($"two references, {i + 1} of {pairs.Count}");
                var second = pairs[(i + pairs.Count / 2) % pairs.Count].Reference;
                return new TwoSliders(pair, second, positions, [.. positions.Select(e => Observe(pair, second, e, Standing))], [.. positions.Select(e => Observe(pair, second, Standing, e))]);
            }),
        ];

        IReadOnlyList<Observation> Observe(StylePair pair, CorpusImage second, float e1, float e2) =>
            studio.Observe(Scene.Of(pair.Prompt, drawn, StyleInput.Reference(pair.Reference, e1), StyleInput.Reference(second, e2)));
    }

    private static double Mean(IReadOnlyList<Observation> seen, CorpusImage reference) => seen.Average(o => Vectors.Cosine(o.Style, reference.Vectors.Style));
}

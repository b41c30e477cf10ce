using KreaPlatform.Diffusion.Styles;
using KreaPlatform.Evaluation.Corpus;

namespace KreaPlatform.Evaluation.Studio;

/// <summary>A style source of a scene: pictures of the corpus, all of one weight.</summary>
/// <param name="Kind">How they enter.</param>
/// <param name="Influence">e in [-2, 2].</param>
/// <param name="Images">One for a reference, several for a style or a board.</param>
internal sealed record StyleInput(SourceKind Kind, float Influence, IReadOnlyList<CorpusImage> Images)
{
    /// <summary>A reference.</summary>
    public static StyleInput Reference(CorpusImage image, float influence) => new(SourceKind.Reference, influence, [image]);

    /// <summary>As the engine takes it.</summary>
    public StyleSource ToSource() => new()
    {
        Id = string.Join('+', Images.Select(image => image.Label.File)),
        Kind = Kind,
        Influence = Influence,
        Representatives = [.. Images.Select(image => new Representative(image.Source) { ContentHash = image.Label.File })],
    };
}

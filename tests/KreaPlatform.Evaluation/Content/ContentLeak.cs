using KreaPlatform.Evaluation.Corpus;
using KreaPlatform.Evaluation.Influence;
using KreaPlatform.Evaluation.Studio;

namespace KreaPlatform.Evaluation.Content;

/// <summary>How far pictures came nearer to what a reference shows, pair by pair, from e = 0 to a stronger influence.</summary>
/// <param name="curve">The pair.</param>
/// <param name="influence">The stronger influence.</param>
/// <param name="corpus">What to compare with.</param>
internal sealed class ContentLeak(PairCurve curve, float influence, EvaluationCorpus corpus)
{
    private readonly CorpusImage _reference = curve.Pair.Reference;

    /// <summary>Rise of the content cosine to the reference itself. A part of it is style: content vectors are not free of it.</summary>
    public double ToReference => Rise(seen => Vectors.Cosine(seen.Content, _reference.Vectors.Content));

    /// <summary>Rise of the content cosine to other pictures of the reference's style that show neither its subject nor the prompt's: what style alone explains.</summary>
    public double ToStyle => Rise(seen => Mean(seen, image => image.Label.Style == _reference.Label.Style && !Shows(image)));

    /// <summary>What is left: <see cref="ToReference"/> beyond <see cref="ToStyle"/>.</summary>
    public double Beyond => ToReference - ToStyle;

    /// <summary>Rise of the content cosine to the reference's subject in other styles, beyond the rise to other subjects in other styles: the subject, apart from style.</summary>
    public double ToSubject => Rise(seen => Mean(seen, image => IsElsewhere(image) && image.Label.Subject == _reference.Label.Subject)
        - Mean(seen, image => IsElsewhere(image) && !Shows(image)));

    /// <summary>Whether another style shows the reference's subject, so that <see cref="ToSubject"/> can be told.</summary>
    public bool HasSubjectElsewhere => corpus.Images.Any(image => IsElsewhere(image) && image.Label.Subject == _reference.Label.Subject);

    /// <summary>
    /// What <see cref="ToSubject"/> would be if the subject did appear: the content cosine of the reference to its subject in other styles, beyond that to other subjects.
    /// </summary>
    public double FullScale
    {
        get
        {
            var seen = new Observation(_reference.Vectors.Style, _reference.Vectors.Content, PictureMeasures.Of(_reference.Picture));
            return Mean(seen, image => IsElsewhere(image) && image.Label.Subject == _reference.Label.Subject) - Mean(seen, image => IsElsewhere(image) && !Shows(image));
        }
    }

    private double Rise(Func<Observation, double> measure) => curve.At(influence).Average(measure) - curve.At(0).Average(measure);

    private double Mean(Observation seen, Func<CorpusImage, bool> of) => corpus.Images.Where(image => image != _reference && of(image))
        .Average(image => Vectors.Cosine(seen.Content, image.Vectors.Content));

    private bool IsElsewhere(CorpusImage image) => image.Label.Style != _reference.Label.Style;

    private bool Shows(CorpusImage image) => image.Label.Subject == _reference.Label.Subject || image.Label.Subject == curve.Pair.Subject;
}

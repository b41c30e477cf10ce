namespace KreaPlatform.Evaluation.Corpus;

/// <summary>Names what a picture shows: the subject whose pictures' centre is nearest by content vector.</summary>
internal sealed class SubjectIndex
{
    private readonly string[] _subjects;
    private readonly float[][] _centres;

    /// <summary>An index of the given subjects.</summary>
    /// <param name="images">Labelled pictures, at least one of each subject.</param>
    /// <param name="subjects">The subjects to tell apart.</param>
    public SubjectIndex(IEnumerable<CorpusImage> images, IEnumerable<string> subjects)
    {
        var labelled = images.ToLookup(image => image.Label.Subject, image => image.Vectors.Content);
        _subjects = [.. subjects];
        _centres = [.. _subjects.Select(subject => Vectors.Centre(labelled[subject]))];
    }

    /// <summary>How many subjects are told apart.</summary>
    public int Count => _subjects.Length;

    /// <summary>The nearest subject.</summary>
    public string Nearest(float[] content) => _subjects[Enumerable.Range(0, Count).MaxBy(i => Vectors.Cosine(content, _centres[i]))];

    /// <summary>The place of a subject among all, from 1 (the nearest).</summary>
    public int Rank(float[] content, string subject)
    {
        var own = Vectors.Cosine(content, _centres[Place(subject)]);
        return 1 + _centres.Count(centre => Vectors.Cosine(content, centre) > own);
    }

    /// <summary>How much nearer a subject is than the others are on average: a difference of cosines, finer than whether it is the nearest.</summary>
    public double Margin(float[] content, string subject)
    {
        var cosines = _centres.Select(centre => Vectors.Cosine(content, centre)).ToArray();
        var own = cosines[Place(subject)];
        return own - (cosines.Sum() - own) / (Count - 1);
    }

    private int Place(string subject) => Array.IndexOf(_subjects, subject) is >= 0 and var place ? place
        : throw new ArgumentException($"{subject} is not in the index.", nameof(subject));
}

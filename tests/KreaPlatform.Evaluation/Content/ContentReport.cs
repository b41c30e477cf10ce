using KreaPlatform.Evaluation.Corpus;
using KreaPlatform.Evaluation.Influence;
using KreaPlatform.Evaluation.Reports;

namespace KreaPlatform.Evaluation.Content;

/// <summary>(c) Does what the reference shows come into the picture?</summary>
internal static class ContentReport
{
    /// <summary>Writes the tables.</summary>
    /// <param name="report">Where to.</param>
    /// <param name="sweep">Pictures at e = 0 and above.</param>
    /// <param name="corpus">What to compare with.</param>
    /// <param name="known">Subjects that both the model and the corpus know.</param>
    public static void Write(Report report, InfluenceSweep sweep, EvaluationCorpus corpus, IReadOnlyList<string> known)
    {
        report.Heading($"Content: {sweep.Curves.Count} pairs, from e = 0 to e");
        float[] influences = [.. sweep.Influences.Where(e => e >= 0.5f)];
        report.Table(["e", "content to the reference", "to its style, other subjects", "beyond style", "to its subject in other styles", "if the subject did appear"],
        [
            .. influences.Select(e =>
            {
                var leaks = sweep.Curves.Select(curve => new ContentLeak(curve, e, corpus)).ToArray();
                var named = leaks.Where(leak => leak.HasSubjectElsewhere).ToArray();
                return (string[])
                [
                    Text.Number(e), With(leaks.Select(l => l.ToReference)), With(leaks.Select(l => l.ToStyle)), With(leaks.Select(l => l.Beyond)),
                    With(named.Select(l => l.ToSubject)), With(named.Select(l => l.FullScale)),
                ];
            }),
        ]);

        // The same by names: who is the nearest subject?
        var index = new SubjectIndex(corpus.Images, known);
        var pairs = sweep.Curves.Where(curve => known.Contains(curve.Pair.Reference.Label.Subject)).ToArray();
        report.Table(["e", $"nearest of {index.Count} subjects is the prompt's", $"is the reference's ({pairs.Length} pairs where it is known)"],
        [
            .. influences.Prepend(0).Select(e => (string[])
            [
                Text.Number(e),
                With(sweep.Curves.Select(c => c.At(e).Average(seen => index.Nearest(seen.Content) == c.Pair.Subject ? 1.0 : 0))),
                pairs.Length == 0 ? "" : With(pairs.Select(c => c.At(e).Average(seen => index.Nearest(seen.Content) == c.Pair.Reference.Label.Subject ? 1.0 : 0))),
            ]),
        ]);
    }

    private static string With(IEnumerable<double> values) => Text.WithInterval(Statistics.Mean(values), 3);
}

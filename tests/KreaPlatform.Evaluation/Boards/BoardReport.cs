using KreaPlatform.Evaluation.Reports;

namespace KreaPlatform.Evaluation.Boards;

/// <summary>Does a board of six, which costs one evaluation a step, do as well as one reference?</summary>
internal static class BoardReport
{
    /// <summary>Writes the table.</summary>
    public static void Write(Report report, IReadOnlyList<BoardComparison> styles, int prompts)
    {
        report.Heading($"Boards: {prompts} prompts x {styles.Count} styles, cosine to the centre of six unseen pictures of the style");
        report.Table(["source", "cosine", "95 % interval over styles"],
        [
            Row("none", s => s.None), Row("one reference", s => s.One), Row("a board of six", s => s.Six), Row("board less reference", s => s.Six - s.One),
            Row("real pictures of the style", s => s.Real),
        ]);

        string[] Row(string name, Func<BoardComparison, double> value)
        {
            var mean = Statistics.Mean(styles.Select(value));
            return [name, Text.Number(mean.Value), Text.Interval(mean)];
        }
    }
}

namespace KreaPlatform.Diffusion.Sampling;

/// <summary>Which evaluations a step needs and how they are cut into calls.</summary>
internal static class EvaluationPlan
{
    /// <summary>Of every image in turn: text, unconditional if guided, then each source.</summary>
    public static Evaluation[] Evaluations(int images, bool guided, int sources)
    {
        List<Evaluation> evaluations = [];
        for (int image = 0; image < images; image++)
        {
            evaluations.Add(new Evaluation(image, Evaluation.Text));
            if (guided)
                evaluations.Add(new Evaluation(image, Evaluation.Unconditional));
            for (int source = 0; source < sources; source++)
                evaluations.Add(new Evaluation(image, source));
        }
        return [.. evaluations];
    }

    /// <summary>Rows that one call may have.</summary>
    public static int RowsPerCall(int maxBatch, int maxBatchTokens, int sequence) => Math.Clamp(maxBatchTokens / sequence, 1, Math.Max(1, maxBatch));

    /// <summary>The fewest calls that keep to the cap, as even as they can be.</summary>
    public static IEnumerable<Range> Calls(int evaluations, int cap)
    {
        int calls = (evaluations + cap - 1) / cap;
        for (int call = 0; call < calls; call++)
            yield return (int)((long)evaluations * call / calls)..(int)((long)evaluations * (call + 1) / calls);
    }
}

using KreaPlatform.Diffusion.Inference;
using KreaPlatform.Diffusion.Styles;

namespace KreaPlatform.Diffusion.Sampling;

/// <summary>The evaluations of a step, placed in transformer calls that are filled once and repeated over the steps.</summary>
internal sealed class EvaluationBatch : IDisposable
{
    private readonly DenoiseJob job;
    private readonly Evaluation[] evaluations;
    private readonly (TransformerCall Call, int Row)[] places;
    private readonly TransformerCall[] calls;
    private readonly int rowsPerImage;

    public EvaluationBatch(DenoiseJob job, Transformer transformer, int contextWidth, EngineOptions options)
    {
        this.job = job;
        evaluations = EvaluationPlan.Evaluations(job.Images, job.Guided, job.Sources.Length);
        rowsPerImage = evaluations.Length / job.Images;
        places = new (TransformerCall, int)[evaluations.Length];

        // The longest context decides for all calls, so that how they are cut changes no shape.
        int text = evaluations.Max(evaluation => TextOf(evaluation).Count + ExtraTokens(evaluation, contextWidth));
        int references = job.Sources.Sum(source => source.References.Sum(reference => reference.Grid.Tokens));
        int cap = EvaluationPlan.RowsPerCall(options.MaxBatch, options.MaxBatchTokens, text + job.Grid.Tokens + references);
        calls = [.. EvaluationPlan.Calls(evaluations.Length, cap).Select(rows => Fill(transformer, rows, text, contextWidth))];
    }

    /// <summary>Evaluates every row at a noise level, on the images' latents.</summary>
    public void Run(float sigma, RunClock clock)
    {
        for (int i = 0; i < evaluations.Length; i++)
            job.Latents[evaluations[i].Image].CopyTo(places[i].Call.Hidden(places[i].Row));
        foreach (var call in calls)
            call.Run(sigma, clock);
    }

    /// <summary>The velocity of an image under its prompt alone.</summary>
    public ReadOnlySpan<float> Text(int image) => Velocity(image * rowsPerImage);

    /// <summary>The velocity of an image under the negative prompt.</summary>
    public ReadOnlySpan<float> Unconditional(int image) => Velocity(image * rowsPerImage + 1);

    /// <summary>The velocity of an image under its prompt and a source, by its place among the prepared ones.</summary>
    public ReadOnlySpan<float> WithSource(int image, int source) => Velocity(image * rowsPerImage + (job.Guided ? 2 : 1) + source);

    /// <summary>Replaces the text part of an image's conditions, for its prompt alone and with every source.</summary>
    public void SetText(int image, ReadOnlySpan<float> context)
    {
        for (int i = image * rowsPerImage; i < (image + 1) * rowsPerImage; i++)
        {
            if (evaluations[i].Source != Evaluation.Unconditional)
                places[i].Call.SetContext(places[i].Row, 0, context);
        }
    }

    public void Dispose()
    {
        foreach (var call in calls)
            call.Dispose();
    }

    private ReadOnlySpan<float> Velocity(int evaluation) => places[evaluation].Call.Velocity(places[evaluation].Row);

    private TextContext TextOf(Evaluation evaluation) => evaluation.Source == Evaluation.Unconditional ? job.Negative! : job.Texts[evaluation.Image];

    private int ExtraTokens(Evaluation evaluation, int contextWidth) => evaluation.Source < 0 ? 0 : job.Sources[evaluation.Source].Context.Length / contextWidth;

    private TransformerCall Fill(Transformer transformer, Range range, int text, int contextWidth)
    {
        var (first, count) = range.GetOffsetAndLength(evaluations.Length);
        // Positions are shared by all rows, so every source of the call has its own stretch of reference tokens; the rows of others mask it.
        int[] sources = [.. evaluations.AsSpan(first, count).ToArray().Select(evaluation => evaluation.Source).Where(source => source >= 0).Distinct()];
        Dictionary<int, int> starts = [];
        int references = 0;
        foreach (int source in sources)
        {
            starts.Add(source, references);
            references += job.Sources[source].References.Sum(reference => reference.Grid.Tokens);
        }
        var call = transformer.Prepare(new TransformerShape(count, job.Grid.Tokens, job.Grid.Layout.TokenWidth, text, contextWidth, references));
        job.Grid.WritePositions(call.Positions.AsSpan(text * 3), 0);
        foreach (int source in sources)
            WriteReferencePositions(call, text + job.Grid.Tokens + starts[source], job.Sources[source].References);
        for (int row = 0; row < count; row++)
        {
            var evaluation = evaluations[first + row];
            places[first + row] = (call, row);
            var context = TextOf(evaluation);
            call.SetContext(row, 0, context.Values);
            if (evaluation.Source >= 0)
                AddSource(call, row, context.Count, starts[evaluation.Source], job.Sources[evaluation.Source]);
        }
        call.Bind();
        return call;
    }

    private static void AddSource(TransformerCall call, int row, int text, int start, PreparedSource source)
    {
        call.SetContext(row, text, source.Context);
        foreach (var reference in source.References)
        {
            call.SetReference(row, start, reference.Packed);
            start += reference.Grid.Tokens;
        }
    }

    private static void WriteReferencePositions(TransformerCall call, int start, IReadOnlyList<ReferenceTokens> references)
    {
        foreach (var reference in references)
        {
            reference.Grid.WritePositions(call.Positions.AsSpan(start * 3), reference.Place);
            start += reference.Grid.Tokens;
        }
    }
}

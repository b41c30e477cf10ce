using KreaPlatform.Diffusion.Imaging;
using KreaPlatform.Diffusion.Inference;
using KreaPlatform.Diffusion.Sampling;
using KreaPlatform.Diffusion.Styles;

namespace KreaPlatform.Diffusion.Tests.Golden;

/// <summary>Every intermediate of every traced case against the reference, with the tolerances of tests/golden/README.md.</summary>
public sealed class GoldenTraceTests
{
    public static TheoryData<string> Cases => [.. GoldenFolder.Cases()];

    public static TheoryData<string> CasesWith(string tensor) => [.. GoldenFolder.Cases().Where(name => new GoldenCase(name).Tensors.Has(tensor))];

    [Theory, MemberData(nameof(CasesWith), "input_ids")]
    public void Ids_and_mask(string name)
    {
        var golden = new GoldenCase(name);
        var tokens = golden.Pipeline.Components.Prompts.Encode(golden.Prompt);
        Assert.Equal(golden.Tensors.Longs("input_ids"), tokens.Ids);
        Assert.Equal(golden.Tensors.Bools("attention_mask"), tokens.Mask);
    }

    [Theory, MemberData(nameof(Cases))]
    public void Sigmas(string name)
    {
        var golden = new GoldenCase(name);
        var manifest = golden.Pipeline.Bundle.Manifest;
        int tokens = LatentGrid.ForPixels(manifest.Latents, golden.Width, golden.Height).Tokens;
        Close.Absolute(golden.Tensors.Floats("sigmas"), Schedule.Sigmas(golden.Steps, Schedule.Mu(manifest.Schedule, tokens)), 1e-6);
    }

    [Theory, MemberData(nameof(CasesWith), "context")]
    public void Context(string name)
    {
        var golden = new GoldenCase(name);
        bool[] mask = golden.Tensors.Bools("context_mask");
        var context = golden.Pipeline.Components.Text.Encode(golden.Prompt, new RunClock());
        Assert.Equal(mask, context.Tokens.Mask.AsSpan(golden.Pipeline.Bundle.Manifest.Prompt.PrefixTokens).ToArray());
        Close.OfLargest(Unpadded(golden.Tensors.Floats("context"), mask), context.Values, 1e-5);
    }

    [Theory, MemberData(nameof(CasesWith), "negative_context")]
    public void Negative_context(string name)
    {
        var golden = new GoldenCase(name);
        var context = golden.Pipeline.Components.Text.Encode(golden.Negative ?? "", new RunClock());
        bool[] mask = context.Tokens.Mask[golden.Pipeline.Bundle.Manifest.Prompt.PrefixTokens..];
        Close.OfLargest(Unpadded(golden.Tensors.Floats("negative_context"), mask), context.Values, 1e-5);
    }

    [Theory, MemberData(nameof(CasesWith), "reference_context_0")]
    public void Reference_contexts(string name)
    {
        var golden = new GoldenCase(name);
        var encoder = Assert.IsType<ContextSourceEncoder>(golden.Pipeline.Components.Sources);
        for (int i = 0; golden.Tensors.Has($"reference_context_{i}"); i++)
        {
            float[] context = encoder.Encode(new Representative(golden.Image($"reference_{i}")), new RunClock());
            Close.OfLargest(golden.Tensors.Floats($"reference_context_{i}"), context, 1e-5);
        }
    }

    [Theory, MemberData(nameof(Cases))]
    public void Latents_after_every_step_then_pixels_then_measured_influence(string name)
    {
        var golden = new GoldenCase(name);
        var trace = new Trace();
        var output = golden.Pipeline.Generate(golden.Input, trace, TestContext.Current.CancellationToken);

        float[] steps = golden.Tensors.Floats("steps");
        Assert.Equal(golden.Steps, trace.Steps.Count);
        int length = steps.Length / golden.Steps;
        // Of the largest of each step, which is stricter than of the whole trace.
        for (int step = 0; step < golden.Steps; step++)
            Close.OfLargest(steps.AsSpan(step * length, length), trace.Steps[step], 1e-3, $"step {step + 1}");
        var image = Assert.Single(output.Images);
        Close.Absolute(golden.Tensors.Floats("pixels"), image.Pixels, 1e-3);
        Close.Absolute([.. golden.Measured.Select(m => (float)m)], [.. image.Sources.Select(s => (float)s.Measured)], 1e-3);
        if (golden.Gram is { } gram)
            Close.OfLargest([.. gram.SelectMany(row => row).Select(x => (float)x)], [.. image.Gram.SelectMany(row => row).Select(x => (float)x)], 1e-3);
    }

    [Theory, MemberData(nameof(CasesWith), "encoded")]
    public void Encoded_latents(string name)
    {
        var golden = new GoldenCase(name);
        var image = new PixelImage(golden.Width, golden.Height, golden.Tensors.Floats("pixels"));
        Close.Absolute(golden.Tensors.Floats("encoded"), golden.Pipeline.Components.Vae.Encode(image, new RunClock()), 1e-4);
    }

    private static float[] Unpadded(float[] context, bool[] mask)
    {
        int row = context.Length / mask.Length;
        return [.. Enumerable.Range(0, mask.Length).Where(i => mask[i]).SelectMany(i => context.AsSpan(i * row, row).ToArray())];
    }

    private sealed class Trace : IStepObserver
    {
        public List<float[]> Steps { get; } = [];

        public void OnStep(in StepReport report) => Steps.Add(report.Latents(0).ToArray());
    }
}

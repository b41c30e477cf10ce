using KreaPlatform.Contracts.Generation;
using KreaPlatform.Prompting;
using KreaPlatform.ServiceDefaults.Imaging;

namespace KreaPlatform.Generation.Engines;

/// <summary>A model of <see cref="NoopEngine"/>.</summary>
internal sealed class NoopModel(ModelDescription description, TimeSpan stepDelay) : IEngineModel
{
    public ModelDescription Description => description;

    public PromptVocabulary Vocabulary => PromptVocabulary.BuiltIn;

    public int SourceSide => 1;

    public bool Fits(string prompt) => true;

    public EngineResult Generate(EngineRequest request, Action<EngineStep> onStep, CancellationToken cancel)
    {
        var spec = request.Spec;
        var start = TimeProvider.System.GetTimestamp();
        for (var step = 1; step <= spec.Steps; step++)
        {
            cancel.ThrowIfCancellationRequested();
            // Like a real step, this one is not cut short by a cancel.
            if (stepDelay > TimeSpan.Zero) Thread.Sleep(stepDelay);
            onStep(new EngineStep(step, spec.Steps, i => Flat(Seeds.OfImage(spec.Seed, i), spec.Width, spec.Height)));
        }
        cancel.ThrowIfCancellationRequested();
        var sources = spec.Sources.Count;
        var images = Enumerable.Range(0, spec.Count).Select(i => new EngineImage
        {
            Picture = Flat(Seeds.OfImage(spec.Seed, i), spec.Width, spec.Height),
            Seed = Seeds.OfImage(spec.Seed, i),
            Prompt = request.Prompts[i],
            PromptTokens = 0,
            Truncated = false,
            Steps = spec.Steps,
            Measured = new double[sources],
            Gram = [.. Enumerable.Range(0, sources).Select(_ => new double[sources])],
        }).ToList();
        return new EngineResult(images, new EngineTimes { Denoise = TimeProvider.System.GetElapsedTime(start) });
    }

    public void Dispose() { }

    // The low bits of the seed are the colour, so that neighbouring seeds differ.
    private static PixelPlanes Flat(long seed, int width, int height)
    {
        var pixels = new float[3 * width * height];
        for (var plane = 0; plane < 3; plane++)
            Array.Fill(pixels, (seed * 37 >> plane * 8 & 255) / 255f, plane * width * height, width * height);
        return new PixelPlanes(width, height, pixels);
    }
}

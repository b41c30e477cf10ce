using KreaPlatform.Contracts.Generation;
using KreaPlatform.Diffusion;

namespace KreaPlatform.Generation.Engines;

/// <summary>A bundle that <see cref="DiffusionEngine"/> has loaded.</summary>
internal sealed class DiffusionModel(Krea2Pipeline pipeline) : IEngineModel
{
    public ModelDescription Description { get; } = BundleDescription.Of(pipeline.Bundle);

    public EngineResult Generate(GenerationSpec spec, Action<EngineStep> onStep, CancellationToken cancel)
    {
        var output = pipeline.Generate(new GenerationInput
        {
            Prompts = [.. Enumerable.Repeat(spec.Prompt, spec.Count)],
            NegativePrompt = spec.NegativePrompt,
            Width = spec.Width,
            Height = spec.Height,
            Steps = spec.Steps,
            Guidance = (float)spec.Guidance,
            Seeds = [.. Enumerable.Range(0, spec.Count).Select(i => (ulong)Seeds.OfImage(spec.Seed, i))],
        }, new Observer(onStep), cancel);
        return new EngineResult(
            [.. output.Images.Select(image => new EngineImage
            {
                Raster = new RasterImage(image.Pixels, image.Width, image.Height),
                Seed = (long)image.Seed,
                Prompt = image.Prompt,
                PromptTokens = image.PromptTokens,
                Truncated = image.Truncated,
            })],
            new EngineTimes(output.Times.Encode, output.Times.Denoise, output.Times.Decode, output.Times.OnnxRuntime));
    }

    public void Dispose() => pipeline.Dispose();

    private sealed class Observer(Action<EngineStep> onStep) : IStepObserver
    {
        public void OnStep(in StepReport report)
        {
            var now = report;
            onStep(new EngineStep(now.Step, now.Steps, image => ToRaster(now.Preview(image))));
        }

        private static RasterImage ToRaster(Diffusion.Imaging.RgbImage image)
        {
            var count = image.Width * image.Height;
            var planes = new float[3 * count];
            for (var i = 0; i < count; i++)
                for (var plane = 0; plane < 3; plane++) planes[plane * count + i] = image.Data[3 * i + plane] / 255f;
            return new RasterImage(planes, image.Width, image.Height);
        }
    }
}

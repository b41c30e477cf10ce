using KreaPlatform.Contracts.Generation;
using KreaPlatform.Diffusion;
using KreaPlatform.Diffusion.Bundles;
using KreaPlatform.Diffusion.Imaging;
using KreaPlatform.Prompting;
using KreaPlatform.ServiceDefaults.Imaging;

namespace KreaPlatform.Generation.Engines;

/// <summary>A bundle that <see cref="DiffusionEngine"/> has loaded.</summary>
internal sealed class DiffusionModel(Krea2Pipeline pipeline) : IEngineModel
{
    private readonly BundleManifest _manifest = pipeline.Bundle.Manifest;

    public ModelDescription Description { get; } = BundleDescription.Of(pipeline.Bundle);

    public PromptVocabulary Vocabulary { get; } = PromptVocabulary.FromBundle(pipeline.Bundle.Manifest.Vocabulary);

    // Twice what a style encoder sees leaves its own fitting something to work with.
    public int SourceSide => _manifest.References is { Kind: ReferenceKind.Context, Size: { } size } ? 2 * size : _manifest.Defaults.Native;

    public bool Fits(string prompt) => pipeline.CountTokens(prompt) <= _manifest.Prompt.PromptCapacity;

    public EngineResult Generate(EngineRequest request, Action<EngineStep> onStep, CancellationToken cancel)
    {
        var spec = request.Spec;
        var output = pipeline.Generate(new GenerationInput
        {
            Prompts = request.Prompts,
            NegativePrompt = spec.NegativePrompt,
            Width = spec.Width,
            Height = spec.Height,
            Steps = spec.Steps,
            Guidance = (float)request.Guidance,
            Seeds = [.. Enumerable.Range(0, spec.Count).Select(i => (ulong)Seeds.OfImage(spec.Seed, i))],
            Sources = StyleSources.Of(spec.Sources, request.Images),
            InitialImage = ToImage(request.Images.Edit),
            Strength = (float)(spec.Edit?.Strength ?? 1),
            Mask = ToImage(request.Images.Mask),
            Diversity = (float)spec.Diversity,
        }, new Observer(onStep), cancel);
        return new EngineResult([.. output.Images.Select(ToEngine)],
            new EngineTimes(output.Times.Encode, output.Times.Denoise, output.Times.Decode, output.Times.OnnxRuntime));
    }

    public void Dispose() => pipeline.Dispose();

    private static EngineImage ToEngine(GeneratedImage image) => new()
    {
        Picture = new PixelPlanes(image.Width, image.Height, image.Pixels),
        Seed = (long)image.Seed,
        Prompt = image.Prompt,
        PromptTokens = image.PromptTokens,
        Truncated = image.Truncated,
        Steps = image.Steps,
        Measured = [.. image.Sources.Select(source => Finite(source.Measured))],
        Gram = [.. image.Gram.Select(row => row.Select(Finite).ToArray())],
    };

    private static PixelImage? ToImage(PixelPlanes? picture) => picture is null ? null : new PixelImage(picture.Width, picture.Height, picture.Values);

    // A model that overflowed measures nothing, and JSON has no word for that.
    private static double Finite(double measure) => double.IsFinite(measure) ? measure : 0;

    private sealed class Observer(Action<EngineStep> onStep) : IStepObserver
    {
        public void OnStep(in StepReport report)
        {
            var now = report;
            onStep(new EngineStep(now.Step, now.Steps, image => ToPlanes(now.Preview(image))));
        }

        private static PixelPlanes ToPlanes(Diffusion.Imaging.RgbImage image) =>
            new ServiceDefaults.Imaging.RgbImage(image.Width, image.Height, image.Data).ToPlanes();
    }
}

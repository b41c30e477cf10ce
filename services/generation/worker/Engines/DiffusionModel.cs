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
        // Nothing is drawn, so the model's sizes don't matter: enlarging an image of any size is such a request.
        if (spec.Edit is { Strength: 0, Mask: null } && request.Images.Edit is { } source)
            return new EngineResult([.. Enumerable.Range(0, spec.Count).Select(i => Unchanged(request, source, i))], default);
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

    private EngineImage Unchanged(EngineRequest request, PixelPlanes source, int index) => new()
    {
        Picture = source,
        Seed = Seeds.OfImage(request.Spec.Seed, index),
        Prompt = request.Prompts[index],
        PromptTokens = pipeline.CountTokens(request.Prompts[index]),
        Truncated = !Fits(request.Prompts[index]),
        Steps = 0,
        Measured = new double[request.Spec.Sources.Count],
        Gram = [.. request.Spec.Sources.Select(_ => new double[request.Spec.Sources.Count])],
    };

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

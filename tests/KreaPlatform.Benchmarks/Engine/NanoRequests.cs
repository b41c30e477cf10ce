using KreaPlatform.Diffusion;
using KreaPlatform.Diffusion.Bundles;

namespace KreaPlatform.Benchmarks.Engine;

/// <summary>Requests to the model that ships.</summary>
internal static class NanoRequests
{
    public const float Guidance = 2.5f;

    public static Krea2Pipeline Load() => Krea2Pipeline.Load(ModelBundle.Open(Reporting.Repository.Nano), new EngineOptions());

    /// <summary>A prompt that nobody asked for before, so that no context is in a cache.</summary>
    public static string Prompt(int round) => $"a cat riding a bicycle {round}";

    public static ulong[] Seeds(int images) => [.. Enumerable.Range(1, images).Select(i => (ulong)i)];

    public static GenerationInput Of(int images, int steps, int round, int width = 128, int height = 128) => new()
    {
        Prompts = [.. Enumerable.Repeat(Prompt(round), images)], Seeds = Seeds(images), Width = width, Height = height, Steps = steps, Guidance = Guidance,
    };

    public static GenerationOutput Run(this Krea2Pipeline pipeline, GenerationInput input, IStepObserver? observer = null) =>
        pipeline.Generate(input, observer, CancellationToken.None);

    /// <summary>Share of a generation that was not spent inside ONNX Runtime.</summary>
    public static double Outside(this PhaseTimes times) => 1 - times.OnnxRuntime / times.Total;
}

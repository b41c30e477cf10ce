using KreaPlatform.Diffusion.Imaging;
using KreaPlatform.Diffusion.Sampling;

namespace KreaPlatform.Diffusion.Tests.Pipeline;

/// <summary>Small requests that run in milliseconds, and pictures for them.</summary>
internal static class Requests
{
    /// <summary>The tiny random model that takes references as latents.</summary>
    public static Krea2Pipeline TinyWithReferences => Golden("golden-reference");

    /// <summary>The same weights without references.</summary>
    public static Krea2Pipeline Tiny => Golden("golden-turbo");

    public static GenerationInput Nano(params ulong[] seeds) => new()
    {
        Prompts = [.. seeds.Select(_ => "a cat riding a bicycle")],
        Seeds = seeds,
        Width = 96,
        Height = 80,
        Steps = 4,
        Guidance = 2.5f,
    };

    public static GenerationInput Small(params ulong[] seeds) => Nano(seeds) with { Width = 64, Height = 48, Guidance = 0 };

    /// <summary>A picture of soft noise.</summary>
    public static PixelImage Picture(ulong seed, int width, int height) =>
        new(width, height, [.. GaussianNoise.Latents(seed, 3 * width * height).Select(n => Math.Clamp(0.5f + 0.2f * n, 0, 1))]);

    /// <summary>White left of a column, black right of it.</summary>
    public static PixelImage LeftMask(int width, int height, int column) =>
        new(width, height, [.. Enumerable.Range(0, 3 * width * height).Select(i => i % width < column ? 1f : 0f)]);

    public static GenerationOutput Run(this Krea2Pipeline pipeline, GenerationInput input, IStepObserver? observer = null) =>
        pipeline.Generate(input, observer, TestContext.Current.CancellationToken);

    public static float[] Pixels(this Krea2Pipeline pipeline, GenerationInput input) => pipeline.Run(input).Images[0].Pixels;

    public static double Distance(float[] a, float[] b) => Math.Sqrt(a.Zip(b).Average(pair => Math.Pow(pair.First - pair.Second, 2)));

    private static Krea2Pipeline Golden(string folder) => Pipelines.Of(Path.Combine(RepositoryPaths.GoldenCopy, folder, "bundle"));
}

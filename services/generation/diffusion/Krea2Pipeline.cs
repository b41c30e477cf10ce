using System.Diagnostics;
using KreaPlatform.Diffusion.Bundles;
using KreaPlatform.Diffusion.Imaging;
using KreaPlatform.Diffusion.Inference;
using KreaPlatform.Diffusion.Sampling;
using KreaPlatform.Diffusion.Styles;

namespace KreaPlatform.Diffusion;

/// <summary>
/// A loaded Krea 2 model. Its sessions are shared: several threads may generate at once.
/// <list type="number">
/// <item>Check the request.</item>
/// <item>Encode: the prompts' and the sources' contexts, the source image.</item>
/// <item>Draw the noise and enter the schedule.</item>
/// <item>Denoise.</item>
/// <item>Decode.</item>
/// </list>
/// </summary>
public sealed class Krea2Pipeline : IDisposable
{
    private readonly ModelComponents components;
    private readonly EngineOptions options;

    private Krea2Pipeline(ModelBundle bundle, ModelComponents components, EngineOptions options) =>
        (Bundle, this.components, this.options) = (bundle, components, options);

    /// <summary>The bundle that it runs.</summary>
    public ModelBundle Bundle { get; }

    /// <summary>The parts, for tests of each.</summary>
    internal ModelComponents Components => components;

    /// <summary>Loads the sessions of a bundle and checks that they fit it.</summary>
    /// <exception cref="BundleException">A file can't be loaded, or its inputs or outputs are not what the component must have.</exception>
    /// <exception cref="NotSupportedException">The execution provider is not in this build or on this machine.</exception>
    public static Krea2Pipeline Load(ModelBundle bundle, EngineOptions options) => new(bundle, ModelComponents.Load(bundle, options), options);

    /// <summary>Tokens that a text takes as a prompt; the model sees at most <see cref="PromptLayout.PromptCapacity"/>.</summary>
    public int CountTokens(string prompt) => components.Prompts.Count(prompt);

    /// <summary>Generates the images of a request together.</summary>
    /// <param name="input">The request.</param>
    /// <param name="observer">Hears of every step; may be null.</param>
    /// <param name="cancel">Seen before every step.</param>
    /// <exception cref="ArgumentException">The bundle can't be asked for this; the message says why.</exception>
    /// <exception cref="OperationCanceledException">Cancelled; no further step was begun.</exception>
    public GenerationOutput Generate(GenerationInput input, IStepObserver? observer, CancellationToken cancel)
    {
        // 1. Check.
        InputRules.Check(input, Bundle.Manifest);
        cancel.ThrowIfCancellationRequested();
        var clock = new RunClock();
        long started = Stopwatch.GetTimestamp();

        // 2. Encode.
        var grid = LatentGrid.ForPixels(Bundle.Manifest.Latents, input.Width, input.Height);
        var start = SourceStart.For(input, grid, components.Vae, clock);
        int steps = start is null ? input.Steps : Schedule.StepsFor(input.Steps, input.Strength);
        var job = Prepare(input, grid, start, steps, clock);
        long encoded = Stopwatch.GetTimestamp();

        // 4. Denoise.
        using var denoiser = new Denoiser(job, components.Transformer, Bundle.Manifest.Prompt, options, clock);
        denoiser.Run(Reporter(denoiser, job, observer, clock), cancel);
        long denoised = Stopwatch.GetTimestamp();

        // 5. Decode.
        var images = Enumerable.Range(0, job.Images).Select(image => Finish(input, job, denoiser.Meters[image], start, image, clock)).ToArray();
        long decoded = Stopwatch.GetTimestamp();
        return new GenerationOutput(images, new PhaseTimes(Stopwatch.GetElapsedTime(started, encoded), Stopwatch.GetElapsedTime(encoded, denoised),
            Stopwatch.GetElapsedTime(denoised, decoded), clock.Elapsed));
    }

    /// <summary>A picture of where an image stood: by the bundle's projection where it has one (an eighth of the size), else by its decoder.</summary>
    public RgbImage Preview(LatentSnapshot snapshot) => Picture(snapshot, new RunClock());

    /// <inheritdoc/>
    public void Dispose() => components.Dispose();

    private RgbImage Picture(LatentSnapshot snapshot, RunClock clock)
    {
        var grid = snapshot.Grid;
        if (Bundle.Manifest.Preview is { } projection)
            return LatentProjection.Project(snapshot.Packed, grid, projection);
        float[] pixels = components.Vae.Decode(snapshot.Packed, grid, clock);
        return PixelLayout.ToBytes(pixels, grid.Columns * grid.Layout.TokenSide, grid.Rows * grid.Layout.TokenSide);
    }

    private DenoiseJob Prepare(GenerationInput input, LatentGrid grid, SourceStart? start, int steps, RunClock clock)
    {
        // With no step to run, nothing is conditioned.
        bool idle = steps == 0;
        float guidance = idle ? 0 : input.Guidance;
        var texts = input.Prompts.Select(prompt => components.Text.Encode(prompt, clock)).ToArray();
        var negative = guidance > 0 ? components.Text.Encode(input.NegativePrompt ?? "", clock) : null;
        var sources = idle ? [] : PrepareSources(input.Sources, clock);
        // 3. Noise and schedule.
        double strength = start is null ? 1 : input.Strength;
        float[] sigmas = Schedule.Sigmas(steps, Schedule.Mu(Bundle.Manifest.Schedule, grid.Tokens), strength);
        float[][] noise = [.. input.Noise ?? input.Seeds.Select(seed => GaussianNoise.Latents(seed, grid.Length))];
        return new DenoiseJob
        {
            Grid = grid,
            Sigmas = sigmas,
            Guidance = guidance,
            Texts = texts,
            Negative = negative,
            Sources = sources,
            SourceCount = input.Sources.Count,
            Noise = noise,
            Latents = [.. noise.Select(n => start is null ? (float[])n.Clone() : start.At(sigmas[0], n))],
            Hold = start?.Hold,
            Diversity = input.Diversity,
            Seeds = [.. input.Seeds],
        };
    }

    /// <summary>Sources of influence 0 are left out: they cost nothing. Places count all references, those too.</summary>
    internal PreparedSource[] PrepareSources(IReadOnlyList<StyleSource> sources, RunClock clock)
    {
        List<PreparedSource> prepared = [];
        int references = 0;
        for (int i = 0; i < sources.Count; i++)
        {
            // A style or a board is an evaluation of its own: its images count from 1.
            int place = sources[i].Kind == SourceKind.Reference ? ++references : 1;
            if (sources[i].Influence != 0)
                prepared.Add(components.Sources!.Encode(sources[i], i, place, clock));
        }
        return [.. prepared];
    }

    private Action<int>? Reporter(Denoiser denoiser, DenoiseJob job, IStepObserver? observer, RunClock clock)
    {
        if (observer is null)
            return null;
        int now = 0;
        Func<int, LatentSnapshot> snapshot = image => new LatentSnapshot(job.Grid, denoiser.CleanEstimate(image, now));
        Func<LatentSnapshot, RgbImage> preview = taken => Picture(taken, clock);
        return step =>
        {
            now = step;
            observer.OnStep(new StepReport(step, job.Steps, job.Latents, snapshot, preview));
        };
    }

    private GeneratedImage Finish(GenerationInput input, DenoiseJob job, InfluenceMeter meter, SourceStart? start, int image, RunClock clock)
    {
        float[] pixels = job.Steps == 0 ? [.. start!.Image.Pixels] : components.Vae.Decode(job.Latents[image], job.Grid, clock);
        start?.Restore(pixels);
        var tokens = job.Texts[image].Tokens;
        return new GeneratedImage
        {
            Width = input.Width,
            Height = input.Height,
            Pixels = pixels,
            Seed = input.Seeds[image],
            Prompt = input.Prompts[image],
            PromptTokens = tokens.PromptTokens,
            Truncated = tokens.Truncated,
            Steps = job.Steps,
            Sources = [.. input.Sources.Select((source, i) => new MeasuredSource(source.Id, source.Kind, source.Influence, meter.Share(i)))],
            Gram = meter.Gram(),
        };
    }
}

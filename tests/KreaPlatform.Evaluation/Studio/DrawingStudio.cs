using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using KreaPlatform.Diffusion;
using KreaPlatform.Diffusion.Bundles;
using KreaPlatform.ServiceDefaults.Imaging;
using KreaPlatform.Vision;
using KreaPlatform.Vision.Descriptors;

namespace KreaPlatform.Evaluation.Studio;

/// <summary>The models that ship: makes pictures and looks at them.</summary>
internal sealed class DrawingStudio : IDisposable
{
    private readonly ObservationCache _cache;
    private readonly string _models;

    /// <summary>Loads the models.</summary>
    /// <param name="threads">Threads of one call; 0: one a core.</param>
    /// <param name="cache">File that keeps observations between runs; null: none.</param>
    public DrawingStudio(int threads, string? cache = null)
    {
        Pipeline = Krea2Pipeline.Load(ModelBundle.Open(RepositoryFiles.Model("krea-2-nano")), new EngineOptions { Threads = threads });
        Descriptor = new StyleDescriptor(RepositoryFiles.Model("style-descriptor/style-descriptor.onnx"), new VisionOptions { Threads = threads });
        _models = $"{Pipeline.Bundle.Hash} {Descriptor.Version}";
        _cache = new ObservationCache(cache);
    }

    /// <summary>The engine with the model.</summary>
    public Krea2Pipeline Pipeline { get; }

    /// <summary>What the model is.</summary>
    public BundleManifest Manifest => Pipeline.Bundle.Manifest;

    /// <summary>The descriptor of style and content.</summary>
    public StyleDescriptor Descriptor { get; }

    /// <summary>Pictures that were made, without those that were remembered.</summary>
    public int Made { get; private set; }

    /// <summary>Makes the pictures of a scene, or remembers what they were like.</summary>
    public IReadOnlyList<Observation> Observe(Scene scene)
    {
        var keys = Enumerable.Range(0, scene.Prompts.Count).Select(i => Key(scene, i)).ToArray();
        if (keys.Any(key => _cache.Find(key) is null))
        {
            // All of them: rows of one call, so the others cost little, and the batch is always the same.
            var pictures = Draw(scene);
            var vectors = Descriptor.Describe([.. pictures.Select(picture => picture.ToPlanes())]);
            for (var i = 0; i < keys.Length; i++)
                if (_cache.Find(keys[i]) is null) _cache.Add(keys[i], new Observation(vectors[i].Style, vectors[i].Content, PictureMeasures.Of(pictures[i])));
        }
        return [.. keys.Select(key => _cache.Find(key)!)];
    }

    /// <summary>Makes the pictures of a scene.</summary>
    public IReadOnlyList<RgbImage> Draw(Scene scene) => Draw(new GenerationInput
    {
        Prompts = scene.Prompts,
        Seeds = scene.Seeds,
        Width = Scene.Side,
        Height = Scene.Side,
        Steps = scene.Steps,
        Guidance = scene.Guidance,
        Diversity = scene.Diversity,
        Sources = [.. scene.Sources.Select(source => source.ToSource())],
    });

    /// <summary>Makes pictures.</summary>
    public IReadOnlyList<RgbImage> Draw(GenerationInput input)
    {
        var images = Pipeline.Generate(input, null, CancellationToken.None).Images;
        Made += images.Count;
        return [.. images.Select(image => new PixelPlanes(image.Width, image.Height, image.Pixels).ToRgb())];
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _cache.Dispose();
        Descriptor.Dispose();
        Pipeline.Dispose();
    }

    private string Key(Scene scene, int image)
    {
        var text = new StringBuilder(_models).AppendLine().AppendLine(scene.Prompts[image]);
        text.AppendLine(CultureInfo.InvariantCulture, $"{scene.Seeds[image]} {scene.Steps} {scene.Guidance:R} {scene.Diversity:R}");
        // A source of influence 0 changes no bit.
        foreach (var source in scene.Sources.Where(source => source.Influence != 0))
            text.AppendLine(CultureInfo.InvariantCulture, $"{source.Influence:R} {string.Join(' ', source.Images.Select(i => i.Label.File))}");
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text.ToString()))[..16]);
    }
}

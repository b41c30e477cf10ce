using KreaPlatform.Standalone.CommandLine;

namespace KreaPlatform.Standalone.Generate;

/// <summary>From the command line to a request: files are uploaded, folders become boards or styles. Remembers what everything is called for a person.</summary>
internal sealed class RequestAssembly(PublicApi api)
{
    private static readonly string[] Extensions = [".png", ".jpg", ".jpeg", ".webp", ".gif"];
    private readonly Dictionary<string, string> _names = [];

    /// <summary>What the person called an asset, a style or a board of the request.</summary>
    public string NameOf(string id) => _names.GetValueOrDefault(id, id);

    /// <summary>The request.</summary>
    /// <exception cref="StandaloneException">A folder has no images, or the API refused one.</exception>
    public async Task<GenerationBody> BodyAsync(StandaloneOptions options, CancellationToken cancel)
    {
        var references = new List<ReferenceBody>();
        foreach (var reference in options.References) references.Add(new ReferenceBody(await ImageAsync(reference, cancel), reference.Weight));

        var boards = new List<MoodboardBody>();
        foreach (var folder in options.Aesthetics)
        {
            _names[$"moodboards/{boards.Count}"] = folder.Short;
            boards.Add(new MoodboardBody([.. (await FolderAsync(folder.Name, cancel)).Select(asset => new BoardImageBody(asset))], folder.Weight));
        }

        var styles = new List<StyleBody>();
        foreach (var style in options.Styles)
        {
            var id = Directory.Exists(style.Name) ? await api.MakeStyleAsync(style.Short, await FolderAsync(style.Name, cancel), cancel) : style.Name;
            _names[id] = style.Short;
            styles.Add(new StyleBody(id, style.Weight));
        }

        return new GenerationBody
        {
            Model = options.Model, Prompt = options.Prompt, NegativePrompt = options.Negative, N = options.Count, Width = options.Width, Height = options.Height,
            AspectRatio = options.AspectRatio, Seed = options.Seed, Steps = options.Steps, Guidance = options.Guidance,
            References = references.Count > 0 ? references : null, Styles = styles.Count > 0 ? styles : null, Moodboards = boards.Count > 0 ? boards : null,
            // An expanded prompt asks for a style of its own; what was given as style is to be seen.
            Creativity = options.Creativity ?? (options.HasSources ? "raw" : null), Diversity = options.Diversity, Intensity = options.Intensity, Complexity = options.Complexity, Movement = options.Movement,
            Image = await PictureAsync(options.Image, cancel), Strength = options.Strength, Mask = await PictureAsync(options.Mask, cancel), Upscale = options.Upscale,
            Output = options.Format is null ? null : new OutputBody(options.Format),
        };
    }

    private async Task<string> ImageAsync(WeightedName image, CancellationToken cancel)
    {
        var asset = (await PictureAsync(image.Name, cancel))!;
        _names[asset] = image.Short;
        return asset;
    }

    // An address is for the platform to fetch.
    private async Task<string?> PictureAsync(string? file, CancellationToken cancel) =>
        file is null || WeightedName.IsAddress(file) ? file : await api.UploadAsync(file, cancel);

    private async Task<IReadOnlyList<string>> FolderAsync(string folder, CancellationToken cancel)
    {
        var files = Directory.EnumerateFiles(folder).Where(f => Extensions.Contains(Path.GetExtension(f).ToLowerInvariant())).Order(StringComparer.Ordinal).ToList();
        if (files.Count == 0) throw new StandaloneException($"There are no images in '{folder}'.");
        var assets = new List<string>();
        foreach (var file in files) assets.Add(await api.UploadAsync(file, cancel));
        // The same picture twice is one asset.
        return [.. assets.Distinct()];
    }
}

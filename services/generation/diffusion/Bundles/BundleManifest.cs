namespace KreaPlatform.Diffusion.Bundles;

/// <summary>What bundle.json says: what the model is, how it is sampled and which files it has.</summary>
public sealed record BundleManifest
{
    /// <summary>Version of the bundle's format; 1.</summary>
    public required int Format { get; init; }

    /// <summary>The model's name, e.g. <c>krea-2-nano</c>.</summary>
    public required string Id { get; init; }

    /// <summary>The architecture; <c>krea-2</c>.</summary>
    public required string Family { get; init; }

    /// <summary>Type of the stored weights; inputs and outputs are float32 whatever it is.</summary>
    public required string Dtype { get; init; }

    /// <summary>How a prompt is laid out.</summary>
    public required PromptLayout Prompt { get; init; }

    /// <summary>Geometry of the latents.</summary>
    public required LatentLayout Latents { get; init; }

    /// <summary>The noise schedule.</summary>
    public required ScheduleConfig Schedule { get; init; }

    /// <summary>How style references enter; null where the model takes none.</summary>
    public ReferenceConfig? References { get; init; }

    /// <summary>The projection for previews; null where the decoder makes them.</summary>
    public PreviewProjection? Preview { get; init; }

    /// <summary>Steps, guidance and size of a request that names none.</summary>
    public required BundleDefaults Defaults { get; init; }

    /// <summary>Smallest and largest side; null: any multiple of <see cref="LatentLayout.TokenSide"/>.</summary>
    public BundleLimits? Limits { get; init; }

    /// <summary>Aspect ratio (<c>"4:3"</c>) to width and height in pixels; null: derived from the native side.</summary>
    public IReadOnlyDictionary<string, int[]>? AspectRatios { get; init; }

    /// <summary>Axis (medium, palette, place, ...) to phrases that the model knows; null where it knows language at large.</summary>
    public IReadOnlyDictionary<string, string[]>? Vocabulary { get; init; }

    /// <summary>Subjects that the model can draw; null: any.</summary>
    public IReadOnlyList<string>? Subjects { get; init; }

    /// <summary>Things that the model can draw; null: any.</summary>
    public IReadOnlyList<string>? Things { get; init; }

    /// <summary>The licence of the weights.</summary>
    public BundleLicence? Licence { get; init; }

    /// <summary>File name to SHA-256, in hexadecimal digits.</summary>
    public required IReadOnlyDictionary<string, string> Files { get; init; }
}

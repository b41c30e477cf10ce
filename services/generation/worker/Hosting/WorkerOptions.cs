namespace KreaPlatform.Generation.Hosting;

/// <summary>Configuration section <c>Worker</c>.</summary>
public sealed class WorkerOptions
{
    /// <summary>Name of the configuration section.</summary>
    public const string Section = "Worker";

    /// <summary>Jobs that run at once; 0 chooses one for every eight cores, since a job already uses several.</summary>
    public int Slots { get; set; }

    /// <summary>Folder whose sub-folders are model bundles.</summary>
    public string BundlesFolder { get; set; } = "models";

    /// <summary>Folder with the models around the engine: <c>style-descriptor</c>, <c>safety</c> and <c>upscaler</c>.</summary>
    public string VisionFolder { get; set; } = "models";

    /// <summary>Seconds between looks at <see cref="BundlesFolder"/>.</summary>
    public double ScanSeconds { get; set; } = 2;

    /// <summary><c>diffusion</c>, or <c>noop</c>, which paints flat colours, for measurements and tests of the path.</summary>
    public string Engine { get; set; } = "diffusion";

    /// <summary>For <c>noop</c>: milliseconds a step.</summary>
    public double NoopStepMilliseconds { get; set; }

    /// <summary>Steps between previews; 0 for none.</summary>
    public int PreviewEvery { get; set; } = 5;

    /// <summary>Longer side of a preview in pixels.</summary>
    public int PreviewSide { get; set; } = 128;

    /// <summary>Threads of the engine; 0 uses every core.</summary>
    public int Threads { get; set; }

    /// <summary>Where the engine computes: <c>cpu</c>, <c>cuda</c>, <c>tensorrt</c> or <c>directml</c>.</summary>
    public string Provider { get; set; } = "cpu";

    /// <summary>Number of the accelerator.</summary>
    public int DeviceId { get; set; }

    /// <summary>Most evaluations of an image in one call of the engine: text, unconditional and one a style source.</summary>
    public int MaxBatch { get; set; } = 16;

    /// <summary>Most tokens (evaluations times sequence) in one call of the engine, which bounds its memory.</summary>
    public int MaxBatchTokens { get; set; } = 32_768;

    /// <summary>Texts, and reference images, whose encodings are kept.</summary>
    public int CachedContexts { get; set; } = 64;

    /// <summary>Images that are described at once for other services; each takes time from the engine.</summary>
    public int DescribeConcurrency { get; set; } = 1;

    /// <summary>Seconds without a step after which an attempt counts as hung: its heartbeats stop and it fails.</summary>
    public double StallSeconds { get; set; } = 120;

    /// <summary>Seconds that running attempts get to finish when the process is told to stop; then they are given back.</summary>
    public double DrainSeconds { get; set; } = 20;

    /// <summary>Milliseconds for which a queue that was just served keeps its turn for its next message.</summary>
    public double TurnGraceMilliseconds { get; set; } = 25;

    /// <summary>Seconds between reports to the gateway.</summary>
    public double ReportSeconds { get; set; } = 5;

    /// <summary>Whether images are only painted, not made.</summary>
    public bool IsNoop => Engine == "noop";

    /// <summary>Slots as they are used.</summary>
    public int EffectiveSlots => Slots > 0 ? Slots : Math.Max(1, Environment.ProcessorCount / 8);
}

using KreaPlatform.Generation.Hosting;
using KreaPlatform.Vision;
using KreaPlatform.Vision.Descriptors;
using KreaPlatform.Vision.Safety;
using KreaPlatform.Vision.Upscaling;
using Microsoft.Extensions.Options;

namespace KreaPlatform.Generation.Vision;

/// <summary>The models around the engine: descriptor, safety filter, upscaler. Each is loaded once, when it is first needed. Thread-safe.</summary>
public sealed class VisionModels : IDisposable
{
    private readonly Lazy<StyleDescriptor> _descriptor;
    private readonly Lazy<SafetyClassifier> _safety;
    private readonly Lazy<Upscaler> _upscaler;

    /// <summary>Notes where they are; loads nothing.</summary>
    public VisionModels(IOptions<WorkerOptions> worker, IOptions<SafetyOptions> safety)
    {
        var options = worker.Value;
        var folder = Path.GetFullPath(options.VisionFolder);
        DescriptorFile = DescriptorIn(folder);
        SafetyFile = Path.Combine(folder, "safety", "open-nsfw.onnx");
        UpscalerFile = Path.Combine(folder, "upscaler", "upscaler-x4.onnx");
        // What the no-op engine paints is not worth a look.
        JudgesImages = safety.Value.Enabled && !options.IsNoop;
        DescribesImages = HasDescriptor && !options.IsNoop;
        // Of the engine's providers these models know two.
        var provider = options.Provider is "cuda" or "tensorrt" ? "cuda" : "cpu";
        var run = new VisionOptions { Threads = options.Threads, Provider = provider, DeviceId = options.DeviceId };
        _descriptor = new(() => new StyleDescriptor(DescriptorFile, run));
        _safety = new(() => new SafetyClassifier(SafetyFile, safety.Value, run));
        _upscaler = new(() => new Upscaler(UpscalerFile, run));
    }

    /// <summary>Path of the descriptor.</summary>
    public string DescriptorFile { get; }
    /// <summary>Path of the safety filter.</summary>
    public string SafetyFile { get; }
    /// <summary>Path of the upscaler.</summary>
    public string UpscalerFile { get; }

    /// <summary>Whether generated images are judged before they are stored.</summary>
    public bool JudgesImages { get; }
    /// <summary>Whether generated images are described.</summary>
    public bool DescribesImages { get; }
    /// <summary>Whether there is a descriptor.</summary>
    public bool HasDescriptor => File.Exists(DescriptorFile);

    /// <summary>Where the descriptor lies in a folder of such models.</summary>
    public static string DescriptorIn(string folder) => Path.Combine(folder, "style-descriptor", "style-descriptor.onnx");

    /// <summary>The safety filter.</summary>
    /// <exception cref="VisionModelException">It can't be used.</exception>
    public SafetyClassifier Safety => _safety.Value;

    /// <summary>The descriptor.</summary>
    /// <exception cref="VisionModelException">It can't be used.</exception>
    public StyleDescriptor Descriptor => _descriptor.Value;

    /// <summary>The upscaler.</summary>
    /// <exception cref="VisionModelException">It can't be used.</exception>
    public Upscaler Upscaler => _upscaler.Value;

    /// <inheritdoc/>
    public void Dispose()
    {
        if (_descriptor.IsValueCreated) _descriptor.Value.Dispose();
        if (_safety.IsValueCreated) _safety.Value.Dispose();
        if (_upscaler.IsValueCreated) _upscaler.Value.Dispose();
    }
}

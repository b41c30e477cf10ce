using System.Numerics.Tensors;
using System.Security.Cryptography;
using KreaPlatform.ServiceDefaults.Imaging;
using Microsoft.ML.OnnxRuntime;

namespace KreaPlatform.Vision.Inference;

/// <summary>
/// An ONNX model with one input <c>pixels</c> (B, 3, H, W) in [-1, 1] and named outputs. Thread-safe: a session may be called by several threads.
/// </summary>
internal sealed class PixelModel : IDisposable
{
    private const string Input = "pixels";
    private readonly InferenceSession _session;
    private readonly RunOptions _runOptions = new();

    /// <exception cref="VisionModelException">The file is missing, is no model, lacks a name, or its provider is not available.</exception>
    internal PixelModel(string path, VisionOptions options, params string[] outputs)
    {
        try
        {
            using var file = File.OpenRead(path);
            Version = Convert.ToHexStringLower(SHA256.HashData(file));
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException) { throw new VisionModelException($"{path} can't be read: {e.Message}", e); }
        try
        {
            using var session = SessionOptionsFor(options);
            // By path: bytes of ours would stay beside ONNX Runtime's own.
            _session = new InferenceSession(path, session);
        }
        catch (Exception e) when (e is OnnxRuntimeException or EntryPointNotFoundException or DllNotFoundException)
        {
            throw new VisionModelException($"{path} can't be loaded on '{options.Provider}': {e.Message}", e);
        }
        if (!_session.InputMetadata.ContainsKey(Input) || outputs.Any(name => !_session.OutputMetadata.ContainsKey(name)))
        {
            _session.Dispose();
            throw new VisionModelException($"{path} must have the input '{Input}' and the outputs {string.Join(", ", outputs)}.");
        }
    }

    /// <summary>Lower-case hex SHA-256 of the file.</summary>
    internal string Version { get; }

    /// <summary>The last, fixed dimension of an output.</summary>
    internal int Width(string output) => _session.OutputMetadata[output].Dimensions[^1];

    /// <summary>Runs a batch of images of one size; the outputs come in the order asked for.</summary>
    internal float[][] Run(IReadOnlyList<PixelPlanes> images, params string[] outputs)
    {
        var (width, height) = (images[0].Width, images[0].Height);
        var pixels = new float[images.Count * 3 * width * height];
        for (var i = 0; i < images.Count; i++)
        {
            if (images[i].Width != width || images[i].Height != height) throw new ArgumentException("A batch has one size.", nameof(images));
            TensorPrimitives.Multiply(images[i].Values, 2f, pixels.AsSpan(i * 3 * width * height));
        }
        TensorPrimitives.Subtract(pixels, 1f, pixels);
        using var input = OrtValue.CreateTensorValueFromMemory(pixels, [images.Count, 3, height, width]);
        using var results = _session.Run(_runOptions, [Input], [input], outputs);
        return [.. results.Select(value => value.GetTensorDataAsSpan<float>().ToArray())];
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _session.Dispose();
        _runOptions.Dispose();
    }

    private static SessionOptions SessionOptionsFor(VisionOptions vision)
    {
        var options = new SessionOptions
        {
            IntraOpNumThreads = vision.Threads > 0 ? vision.Threads : Environment.ProcessorCount,
            InterOpNumThreads = 1,
            // Tiles and uploads come in many sizes; plans and arenas kept for each would only grow.
            EnableMemoryPattern = false,
            EnableCpuMemArena = false,
            LogSeverityLevel = OrtLoggingLevel.ORT_LOGGING_LEVEL_ERROR,
        };
        // Threads that wait busily would take the cores from the engine.
        options.AddSessionConfigEntry("session.intra_op.allow_spinning", "0");
        if (vision.Provider == "cuda") options.AppendExecutionProvider_CUDA(vision.DeviceId);
        else if (vision.Provider != "cpu") throw new VisionModelException($"Unknown execution provider '{vision.Provider}': cpu or cuda.");
        return options;
    }
}

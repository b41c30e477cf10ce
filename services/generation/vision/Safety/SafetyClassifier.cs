using KreaPlatform.ServiceDefaults.Imaging;
using KreaPlatform.Vision.Inference;

namespace KreaPlatform.Vision.Safety;

/// <summary>
/// Runs an image safety classifier: an ONNX file with the input <c>pixels</c> (B, 3, H, W) in [-1, 1], any size, and the output <c>unsafe</c> (B) in
/// [0, 1]. Thread-safe.
/// </summary>
public sealed class SafetyClassifier : IDisposable
{
    private readonly PixelModel _model;
    private readonly SafetyOptions _thresholds;

    /// <summary>Loads a classifier.</summary>
    /// <exception cref="VisionModelException">The file can't be used.</exception>
    public SafetyClassifier(string path, SafetyOptions? thresholds = null, VisionOptions? options = null)
    {
        _model = new PixelModel(path, options ?? new(), "unsafe");
        _thresholds = thresholds ?? new();
    }

    /// <summary>Which classifier judged: hex SHA-256 of the file.</summary>
    public string Version => _model.Version;

    /// <summary>Judges images of one size in one call.</summary>
    /// <exception cref="ArgumentException">Sizes differ.</exception>
    public IReadOnlyList<SafetyVerdict> Judge(IReadOnlyList<PixelPlanes> images) =>
        images.Count == 0 ? [] : [.. _model.Run(images, "unsafe")[0].Select(score => SafetyVerdict.Judge(score, _thresholds))];

    /// <summary>Judges one image.</summary>
    public SafetyVerdict Judge(PixelPlanes image) => Judge([image])[0];

    /// <inheritdoc/>
    public void Dispose() => _model.Dispose();
}

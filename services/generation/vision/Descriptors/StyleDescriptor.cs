using System.Numerics.Tensors;
using KreaPlatform.ServiceDefaults.Imaging;
using KreaPlatform.Vision.Inference;

namespace KreaPlatform.Vision.Descriptors;

/// <summary>
/// Runs a style and content descriptor: an ONNX file with the input <c>pixels</c> (B, 3, H, W) in [-1, 1], any size, and the outputs <c>style</c>
/// (B, S) and <c>content</c> (B, C). The shipped one has S = 128 and C = 96. Thread-safe.
/// </summary>
public sealed class StyleDescriptor : IDisposable
{
    private readonly PixelModel _model;

    /// <summary>Loads a descriptor.</summary>
    /// <exception cref="VisionModelException">The file can't be used.</exception>
    public StyleDescriptor(string path, VisionOptions? options = null)
    {
        _model = new PixelModel(path, options ?? new(), "style", "content");
        (StyleWidth, ContentWidth) = (_model.Width("style"), _model.Width("content"));
    }

    /// <summary>Numbers in a style vector, read from the file.</summary>
    public int StyleWidth { get; }

    /// <summary>Numbers in a content vector, read from the file.</summary>
    public int ContentWidth { get; }

    /// <summary>Which descriptor made a vector: hex SHA-256 of the file. Vectors of different versions are never compared.</summary>
    public string Version => _model.Version;

    /// <summary>Describes one image.</summary>
    public ImageDescription Describe(PixelPlanes image) => Describe([image])[0];

    /// <summary>Describes images of one size in one call.</summary>
    /// <exception cref="ArgumentException">Sizes differ.</exception>
    public IReadOnlyList<ImageDescription> Describe(IReadOnlyList<PixelPlanes> images)
    {
        if (images.Count == 0) return [];
        var outputs = _model.Run(images, "style", "content");
        return [.. Enumerable.Range(0, images.Count).Select(i =>
            new ImageDescription(Unit(outputs[0], i, StyleWidth), Unit(outputs[1], i, ContentWidth)))];
    }

    /// <inheritdoc/>
    public void Dispose() => _model.Dispose();

    // An operator's own descriptor may leave the length to us.
    private static float[] Unit(float[] rows, int row, int width)
    {
        var vector = rows.AsSpan(row * width, width).ToArray();
        var length = TensorPrimitives.Norm(vector);
        if (length > 0) TensorPrimitives.Divide(vector, length, vector);
        return vector;
    }
}

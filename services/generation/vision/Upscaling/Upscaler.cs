using System.Numerics.Tensors;
using KreaPlatform.ServiceDefaults.Imaging;
using KreaPlatform.Vision.Inference;

namespace KreaPlatform.Vision.Upscaling;

/// <summary>
/// Enlarges images by an ONNX model of factor 4: input <c>pixels</c> (B, 3, h, w) in [-1, 1], any size, output <c>upscaled</c> (B, 3, 4h, 4w), not
/// clamped. Tiled: beside the result, memory is that of one tile. Thread-safe.
/// <list type="number">
/// <item>x8 is a pass of x4 and one of x2; the others are one pass.</item>
/// <item>In a pass, each tile is enlarged four times with its surroundings,</item>
/// <item>its core is cut out,</item>
/// <item>reduced by area to the pass's factor (whole source pixels become whole pixels, so tiles meet exactly), clamped and put in its place.</item>
/// </list>
/// </summary>
public sealed class Upscaler : IDisposable
{
    private const int ModelFactor = 4;
    private readonly PixelModel _model;
    private readonly int _tile, _overlap;

    /// <summary>Loads an upscaler.</summary>
    /// <param name="path">The ONNX file.</param>
    /// <param name="options">Where it runs.</param>
    /// <param name="tile">Side of a tile in source pixels.</param>
    /// <param name="overlap">The model's receptive radius in source pixels; the shipped one's is 16.</param>
    /// <exception cref="VisionModelException">The file can't be used.</exception>
    public Upscaler(string path, VisionOptions? options = null, int tile = 128, int overlap = 16)
    {
        _model = new PixelModel(path, options ?? new(), "upscaled");
        (_tile, _overlap) = (tile, overlap);
    }

    /// <summary>The factors that <see cref="Upscale"/> takes.</summary>
    public static IReadOnlyList<int> Factors { get; } = [1, 2, 3, 4, 8];

    /// <summary>Which upscaler it is: hex SHA-256 of the file.</summary>
    public string Version => _model.Version;

    /// <summary>The image, <paramref name="factor"/> times as wide and as high, in [0, 1]; for factor 1 the same object.</summary>
    /// <param name="image">The image, in [0, 1].</param>
    /// <param name="factor">One of <see cref="Factors"/>.</param>
    /// <param name="tileDone">Called after each tile, on the same thread; may be null.</param>
    /// <param name="cancel">Seen between tiles.</param>
    /// <exception cref="ArgumentOutOfRangeException">A factor that is not one of <see cref="Factors"/>.</exception>
    /// <exception cref="OperationCanceledException">Cancelled; seen between tiles.</exception>
    public PixelPlanes Upscale(PixelPlanes image, int factor, Action? tileDone = null, CancellationToken cancel = default) => factor switch
    {
        1 => image,
        2 or 3 or ModelFactor => Pass(image, factor, tileDone, cancel),
        8 => Pass(Pass(image, ModelFactor, tileDone, cancel), 2, tileDone, cancel),                            // :: Step 1
        _ => throw new ArgumentOutOfRangeException(nameof(factor), factor, "1, 2, 3, 4 or 8."),
    };

    /// <inheritdoc/>
    public void Dispose() => _model.Dispose();

    private PixelPlanes Pass(PixelPlanes image, int factor, Action? tileDone, CancellationToken cancel)
    {
        var result = new PixelPlanes(checked(image.Width * factor), checked(image.Height * factor));
        foreach (var (core, window) in TilePlan.For(image.Width, image.Height, _tile, _overlap))
        {
            cancel.ThrowIfCancellationRequested();
            var values = _model.Run([image.Crop(window)], "upscaled")[0];                                      // :: Step 2
            TensorPrimitives.Add(values, 1f, values);
            TensorPrimitives.Multiply(values, 0.5f, values);
            var piece = new PixelPlanes(window.Width * ModelFactor, window.Height * ModelFactor, values)
                .Crop(new PixelRect((core.X - window.X) * ModelFactor, (core.Y - window.Y) * ModelFactor,      // :: Step 3
                    core.Width * ModelFactor, core.Height * ModelFactor));
            piece = Resampler.Resample(piece, core.Width * factor, core.Height * factor);                      // :: Step 4
            TensorPrimitives.Clamp(piece.Values, 0f, 1f, piece.Values);
            for (var plane = 0; plane < 3; plane++)
                for (var y = 0; y < piece.Height; y++)
                    piece.Row(plane, y).CopyTo(result.Row(plane, core.Y * factor + y)[(core.X * factor)..]);
            tileDone?.Invoke();
        }
        return result;
    }
}

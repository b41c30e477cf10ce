using System.Numerics.Tensors;
using KreaPlatform.Diffusion.Bundles;
using KreaPlatform.Diffusion.Imaging;
using KreaPlatform.Diffusion.Inference;
using Microsoft.ML.OnnxRuntime.Tensors;

namespace KreaPlatform.Diffusion.Styles;

/// <summary>Sources as context tokens, by style_encoder.onnx: the weighted mean of the images' tokens.</summary>
internal sealed class ContextSourceEncoder(Component component, ReferenceConfig config, PromptLayout layout, int cached) : ISourceEncoder
{
    public const string File = "style_encoder.onnx";

    private readonly LruCache<string, float[]> cache = new(cached);
    private readonly int size = config.Size!.Value, length = config.Tokens!.Value * layout.Layers * layout.Width;

    public static TensorSpec Input(ReferenceConfig config) =>
        new("pixels", TensorElementType.Float, TensorSpec.Any, 3, config.Size!.Value, config.Size.Value);

    public static TensorSpec Output(ReferenceConfig config, PromptLayout layout) =>
        new("context", TensorElementType.Float, TensorSpec.Any, config.Tokens!.Value, layout.Layers, layout.Width);

    public PreparedSource Encode(StyleSource source, int index, int place, RunClock clock)
    {
        float total = source.Representatives.Sum(representative => representative.Weight);
        var mean = new float[length];
        foreach (var representative in source.Representatives)
            TensorPrimitives.MultiplyAdd(Encode(representative, clock), representative.Weight / total, mean, mean);
        return new PreparedSource(index, source.Influence, mean, []);
    }

    /// <summary>Context tokens of one image (K, L, D).</summary>
    internal float[] Encode(Representative representative, RunClock clock) => cache.GetOrAdd(representative.ContentHash, _ => Run(representative.Image, clock));

    private float[] Run(PixelImage image, RunClock clock)
    {
        var signed = new float[3 * size * size];
        PixelLayout.ToSigned(Resampling.Cover(image, size, size).Pixels, signed);
        var context = new float[length];
        using var input = Tensors.Of(signed, 1, 3, size, size);
        using var output = Tensors.Of(context, 1, config.Tokens!.Value, layout.Layers, layout.Width);
        component.Run([input], output, clock);
        return context;
    }
}

using KreaPlatform.Diffusion.Bundles;
using Microsoft.ML.OnnxRuntime.Tensors;

namespace KreaPlatform.Diffusion.Inference;

/// <summary>transformer.onnx: the velocity of every row.</summary>
internal sealed class Transformer(Component component, BundleManifest manifest)
{
    public const string File = "transformer.onnx";

    /// <summary>Whether references enter as latents, which adds two inputs.</summary>
    public bool TakesReferenceLatents { get; } = manifest.References?.Kind == ReferenceKind.Latents;

    public static TensorSpec[] Inputs(BundleManifest manifest)
    {
        const int any = TensorSpec.Any;
        int width = manifest.Latents.TokenWidth;
        TensorSpec[] inputs =
        [
            new("hidden_states", TensorElementType.Float, any, any, width),
            new("timestep", TensorElementType.Float, any),
            new("encoder_hidden_states", TensorElementType.Float, any, any, manifest.Prompt.Layers, manifest.Prompt.Width),
            new("encoder_attention_mask", TensorElementType.Bool, any, any),
            new("position_ids", TensorElementType.Float, any, 3),
        ];
        return manifest.References?.Kind == ReferenceKind.Latents
            ? [.. inputs, new("reference_states", TensorElementType.Float, any, any, width), new("reference_mask", TensorElementType.Bool, any, any)]
            : inputs;
    }

    public static TensorSpec Output(BundleManifest manifest) =>
        new("velocity", TensorElementType.Float, TensorSpec.Any, TensorSpec.Any, manifest.Latents.TokenWidth);

    /// <summary>A call of fixed sizes that can be repeated without allocating.</summary>
    public TransformerCall Prepare(TransformerShape shape) => new(component, shape, manifest.Prompt, TakesReferenceLatents);
}

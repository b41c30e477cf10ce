using KreaPlatform.Diffusion.Bundles;
using KreaPlatform.Diffusion.Tokens;
using Microsoft.ML.OnnxRuntime.Tensors;

namespace KreaPlatform.Diffusion.Inference;

/// <summary>Text to context, by text_encoder.onnx; kept for texts used lately.</summary>
internal sealed class TextEncoder(Component component, PromptEncoder prompts, PromptLayout layout, int cached)
{
    public const string File = "text_encoder.onnx";

    private readonly LruCache<string, TextContext> cache = new(cached);

    public static TensorSpec[] Inputs(PromptLayout layout) =>
    [
        new("input_ids", TensorElementType.Int64, TensorSpec.Any, layout.SequenceTokens),
        new("attention_mask", TensorElementType.Bool, TensorSpec.Any, layout.SequenceTokens),
    ];

    public static TensorSpec Output(PromptLayout layout) =>
        new("context", TensorElementType.Float, TensorSpec.Any, layout.MaxTokens, layout.Layers, layout.Width);

    /// <summary>The context of a text.</summary>
    public TextContext Encode(string text, RunClock clock) => cache.GetOrAdd(text, key => Run(key, clock));

    // One text a run, so that a context's bits don't depend on what it was encoded with, nor on what was cached.
    private TextContext Run(string text, RunClock clock)
    {
        var tokens = prompts.Encode(text);
        var context = new float[layout.MaxTokens * layout.Layers * layout.Width];
        using var ids = Tensors.Of(tokens.Ids, 1, layout.SequenceTokens);
        using var mask = Tensors.Of(tokens.Mask, 1, layout.SequenceTokens);
        using var output = Tensors.Of(context, 1, layout.MaxTokens, layout.Layers, layout.Width);
        component.Run([ids, mask], output, clock);
        return WithoutPadding(tokens, context);
    }

    private TextContext WithoutPadding(TokenSequence tokens, float[] context)
    {
        int row = layout.Layers * layout.Width, count = 0;
        var kept = tokens.Mask.AsSpan(layout.PrefixTokens);
        for (int i = 0; i < kept.Length; i++)
        {
            if (!kept[i])
                continue;
            context.AsSpan(i * row, row).CopyTo(context.AsSpan(count * row));
            count++;
        }
        return new TextContext(tokens, context[..(count * row)], count);
    }
}

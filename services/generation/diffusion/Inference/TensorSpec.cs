using Microsoft.ML.OnnxRuntime.Tensors;

namespace KreaPlatform.Diffusion.Inference;

/// <summary>An input or output that a component must have.</summary>
/// <param name="Name">Its name in the graph.</param>
/// <param name="Type">Its element type.</param>
/// <param name="Dimensions">Its dimensions; <see cref="Any"/> where the engine varies them.</param>
internal sealed record TensorSpec(string Name, TensorElementType Type, params int[] Dimensions)
{
    /// <summary>A dimension that the component must leave open.</summary>
    public const int Any = -1;

    /// <summary>Whether a graph's tensor serves: same type and rank, open where it must be, and no fixed dimension other than the one needed.</summary>
    public bool Accepts(TensorElementType type, ReadOnlySpan<int> dimensions)
    {
        if (type != Type || dimensions.Length != Dimensions.Length)
            return false;
        for (int i = 0; i < dimensions.Length; i++)
        {
            bool open = dimensions[i] <= 0;
            if (!open && dimensions[i] != Dimensions[i])
                return false;
        }
        return true;
    }

    public override string ToString() => Describe(Name, Type, Dimensions);

    public static string Describe(string name, TensorElementType type, ReadOnlySpan<int> dimensions)
    {
        List<string> parts = [];
        foreach (int dimension in dimensions)
            parts.Add(dimension <= 0 ? "?" : $"{dimension}");
        return $"{name}: {type} ({string.Join(", ", parts)})";
    }
}

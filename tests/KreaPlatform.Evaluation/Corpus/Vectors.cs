using System.Numerics.Tensors;

namespace KreaPlatform.Evaluation.Corpus;

/// <summary>Directions and their likeness.</summary>
internal static class Vectors
{
    /// <summary>The cosine of two vectors.</summary>
    public static double Cosine(float[] a, float[] b) => TensorPrimitives.CosineSimilarity(a, b);

    /// <summary>The sum of some vectors: the direction of their centre.</summary>
    public static float[] Centre(IEnumerable<float[]> vectors)
    {
        float[]? sum = null;
        foreach (var vector in vectors)
        {
            sum ??= new float[vector.Length];
            TensorPrimitives.Add(sum, vector, sum);
        }
        return sum ?? throw new ArgumentException("No vector.", nameof(vectors));
    }
}

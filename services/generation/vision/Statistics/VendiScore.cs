using System.Numerics.Tensors;

namespace KreaPlatform.Vision.Statistics;

/// <summary>
/// How many different images a set amounts to, from 1 (all alike) to n (nothing in common): exp of the Shannon entropy of the eigenvalues of K / n,
/// K the kernel of cosines. Friedman and Dieng, "The Vendi Score", arXiv 2210.02410.
/// </summary>
public static class VendiScore
{
    /// <summary>The score of n vectors of one width, which need not be unit vectors; 0 for an empty set.</summary>
    /// <exception cref="ArgumentException">A vector is zero or not finite, or widths differ.</exception>
    public static double Of(IReadOnlyList<float[]> vectors)
    {
        var n = vectors.Count;
        if (n == 0) return 0;
        var units = vectors.Select(Unit).ToArray();
        var kernel = new double[n, n];
        for (var i = 0; i < n; i++)
            for (var j = i; j < n; j++)
                kernel[i, j] = (i == j ? 1 : TensorPrimitives.Dot<double>(units[i], units[j])) / n;
        var entropy = 0.0;
        foreach (var value in SymmetricEigenvalues.Of(kernel)) if (value > 0) entropy -= value * Math.Log(value);
        return Math.Clamp(Math.Exp(entropy), 1, n);
    }

    private static double[] Unit(float[] vector)
    {
        var values = Array.ConvertAll(vector, v => (double)v);
        var length = TensorPrimitives.Norm<double>(values);
        if (!double.IsFinite(length) || length == 0) throw new ArgumentException("A vector without a direction has no likeness to others.",
            nameof(vector));
        TensorPrimitives.Divide(values, length, values);
        return values;
    }
}

using System.Numerics.Tensors;

namespace KreaPlatform.Diffusion.Styles;

/// <summary>
/// Measures what the sources did to one image. With d_i = e_i (v_{t+i} - v_t): the way of source i is the sum over the steps of |d_i| * |delta sigma|, and the Gram
/// matrix is G_ij = sum of (d_i, d_j) * |delta sigma|.
/// </summary>
internal sealed class InfluenceMeter(int sources)
{
    private readonly double[] ways = new double[sources];
    private readonly double[,] gram = new double[sources, sources];
    private double guidedWay;

    /// <summary>Adds the guided velocity of a step, before any source.</summary>
    public void AddGuided(ReadOnlySpan<float> velocity, float deltaSigma) => guidedWay += TensorPrimitives.Norm(velocity) * Math.Abs((double)deltaSigma);

    /// <summary>Adds the displacements of a step, one of each source that has any; <paramref name="indices"/> are their places among all sources.</summary>
    public void AddSources(ReadOnlySpan<int> indices, float[][] displacements, float deltaSigma)
    {
        double way = Math.Abs((double)deltaSigma);
        for (int a = 0; a < indices.Length; a++)
        {
            for (int b = 0; b <= a; b++)
            {
                double product = TensorPrimitives.Dot<float>(displacements[a], displacements[b]);
                gram[indices[a], indices[b]] += product * way;
                if (a == b)
                    ways[indices[a]] += Math.Sqrt(product) * way;
                else
                    gram[indices[b], indices[a]] += product * way;
            }
        }
    }

    /// <summary>The Gram matrix, a row a source.</summary>
    public double[][] Gram() => [.. Enumerable.Range(0, sources).Select(i => Enumerable.Range(0, sources).Select(j => gram[i, j]).ToArray())];

    /// <summary>The share of source <paramref name="index"/> in the whole displacement.</summary>
    public double Share(int index)
    {
        double whole = ways.Sum() + guidedWay;
        return whole > 0 ? ways[index] / whole : 0;
    }
}

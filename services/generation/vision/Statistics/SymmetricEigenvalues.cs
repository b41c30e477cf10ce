namespace KreaPlatform.Vision.Statistics;

/// <summary>Eigenvalues of small symmetric matrices by cyclic Jacobi rotations (Golub and Van Loan, Matrix Computations, 8.5).</summary>
public static class SymmetricEigenvalues
{
    private const int MaxSweeps = 60;

    /// <summary>The eigenvalues, in no order. Only the upper triangle is read.</summary>
    /// <exception cref="ArgumentException">The matrix is not square.</exception>
    public static double[] Of(double[,] matrix)
    {
        var n = matrix.GetLength(0);
        if (matrix.GetLength(1) != n) throw new ArgumentException("The matrix must be square.", nameof(matrix));
        var a = new double[n, n];
        for (var i = 0; i < n; i++) for (var j = 0; j < n; j++) a[i, j] = i <= j ? matrix[i, j] : matrix[j, i];
        var scale = a.Cast<double>().Sum(v => v * v);
        for (var sweep = 0; sweep < MaxSweeps && OffDiagonal(a) > 1e-28 * scale; sweep++)
            for (var p = 0; p < n; p++)
                for (var q = p + 1; q < n; q++)
                    Rotate(a, n, p, q);
        return [.. Enumerable.Range(0, n).Select(i => a[i, i])];
    }

    private static void Rotate(double[,] a, int n, int p, int q)
    {
        if (a[p, q] == 0) return;
        var theta = (a[q, q] - a[p, p]) / (2 * a[p, q]);
        var t = (theta < 0 ? -1 : 1) / (Math.Abs(theta) + Math.Sqrt(theta * theta + 1));
        var cosine = 1 / Math.Sqrt(t * t + 1);
        var sine = t * cosine;
        for (var k = 0; k < n; k++) (a[k, p], a[k, q]) = (cosine * a[k, p] - sine * a[k, q], sine * a[k, p] + cosine * a[k, q]);
        for (var k = 0; k < n; k++) (a[p, k], a[q, k]) = (cosine * a[p, k] - sine * a[q, k], sine * a[p, k] + cosine * a[q, k]);
    }

    private static double OffDiagonal(double[,] a)
    {
        var sum = 0.0;
        for (var i = 0; i < a.GetLength(0); i++) for (var j = i + 1; j < a.GetLength(0); j++) sum += 2 * a[i, j] * a[i, j];
        return sum;
    }
}

using FsCheck.Xunit;
using KreaPlatform.Vision.Statistics;

namespace KreaPlatform.Vision.Tests.Statistics;

public class StatisticsTests
{
    [Property(MaxTest = 50)]
    public void Identical_vectors_count_as_one(byte count, byte width, int seed)
    {
        var vector = Gaussian(width % 40 + 1, seed);
        var copies = Enumerable.Range(0, count % 16 + 1).Select(i => vector.Select(v => v * (i + 1)).ToArray()).ToArray();
        Assert.Equal(1, VendiScore.Of(copies), 4);
    }

    [Property(MaxTest = 30)]
    public void Orthogonal_vectors_count_each(byte count)
    {
        var n = count % 32 + 1;
        var basis = Enumerable.Range(0, n).Select(i => { var v = new float[n + 3]; v[i] = i % 2 == 0 ? 2 : -1; return v; }).ToArray();
        Assert.Equal(n, VendiScore.Of(basis), 6);
    }

    [Property(MaxTest = 50)]
    public void The_score_lies_between_and_knows_no_order(byte count, int seed)
    {
        var vectors = Enumerable.Range(0, count % 12 + 1).Select(i => Gaussian(8, seed + i)).ToArray();
        var score = VendiScore.Of(vectors);
        Assert.InRange(score, 1, vectors.Length);
        Assert.Equal(score, VendiScore.Of([.. vectors.Reverse()]), 8);
    }

    [Fact]
    public void Known_scores()
    {
        // Two vectors at 60 degrees: eigenvalues 3/4 and 1/4.
        var entropy = -(0.75 * Math.Log(0.75) + 0.25 * Math.Log(0.25));
        Assert.Equal(Math.Exp(entropy), VendiScore.Of([[1, 0], [0.5f, 0.8660254f]]), 6);
        // Two pairs of equals count as two.
        Assert.Equal(2, VendiScore.Of([[1, 0], [1, 0], [0, 1], [0, 1]]), 8);
        Assert.Equal(0, VendiScore.Of([]));
        Assert.Throws<ArgumentException>(() => VendiScore.Of([[0, 0]]));
    }

    [Property(MaxTest = 50)]
    public void Eigenvalues_keep_trace_and_norm(byte size, int seed)
    {
        var n = size % 24 + 1;
        var random = new Random(seed);
        var matrix = new double[n, n];
        for (var i = 0; i < n; i++) for (var j = i; j < n; j++) matrix[i, j] = matrix[j, i] = random.NextDouble() * 2 - 1;

        var values = SymmetricEigenvalues.Of(matrix);

        Assert.Equal(Enumerable.Range(0, n).Sum(i => matrix[i, i]), values.Sum(), 9);
        Assert.Equal(matrix.Cast<double>().Sum(v => v * v), values.Sum(v => v * v), 9);
    }

    [Fact]
    public void Known_eigenvalues()
    {
        var values = SymmetricEigenvalues.Of(new double[,] { { 2, -1, 0 }, { -1, 2, -1 }, { 0, -1, 2 } });
        Array.Sort(values);
        Assert.Equal([2 - Math.Sqrt(2), 2, 2 + Math.Sqrt(2)], values, (a, b) => Math.Abs(a - b) < 1e-12);
    }

    [Property]
    public void Rho_sees_only_order(int seed, byte count)
    {
        var n = count % 30 + 3;
        var random = new Random(seed);
        var x = Enumerable.Range(0, n).Select(_ => random.NextDouble()).ToArray();
        Assert.Equal(1, Spearman.Rho(x, [.. x.Select(v => Math.Exp(5 * v))]), 12);
        Assert.Equal(-1, Spearman.Rho(x, [.. x.Select(v => -v * v * v)]), 12);
    }

    [Fact]
    public void Known_rhos()
    {
        Assert.Equal(0.8, Spearman.Rho([1, 2, 3, 4], [1, 3, 2, 4]), 12);
        Assert.Equal(0.5, Spearman.Rho([1, 2, 3], [1, 3, 2]), 12);
        Assert.Equal(0.9486832980505138, Spearman.Rho([1, 2, 2, 3], [1, 2, 3, 4]), 12);      // ties share a rank
        Assert.True(double.IsNaN(Spearman.Rho([1, 2, 3], [7, 7, 7])));
    }

    [Fact]
    public void An_interval_covers_the_truth_about_as_often_as_it_says()
    {
        var random = new Random(8);
        var covered = 0;
        const int Rounds = 300;
        for (var round = 0; round < Rounds; round++)
        {
            var sample = Gaussian(30, 1000 + round).Select(v => (double)v).ToArray();
            var (_, low, high) = Bootstrap.Mean(sample, random, resamples: 400);
            if (low <= 0 && 0 <= high) covered++;
        }
        Assert.InRange((double)covered / Rounds, 0.89, 0.99);
    }

    [Fact]
    public void An_interval_of_rho_holds_rho_and_repeats_for_a_seed()
    {
        double[] x = [.. Enumerable.Range(0, 40).Select(i => (double)i)], y = [.. x.Zip(Gaussian(40, 5), (a, b) => a + 12 * b)];
        var first = Spearman.RhoInterval(x, y, new Random(1));
        Assert.Equal(first, Spearman.RhoInterval(x, y, new Random(1)));
        Assert.True(first.Low < first.Value && first.Value < first.High && first.High <= 1);
    }

    private static float[] Gaussian(int width, int seed)
    {
        var random = new Random(seed);
        double Next() => Math.Sqrt(-2 * Math.Log(1 - random.NextDouble())) * Math.Cos(2 * Math.PI * random.NextDouble());
        return [.. Enumerable.Range(0, width).Select(_ => (float)Next())];
    }
}

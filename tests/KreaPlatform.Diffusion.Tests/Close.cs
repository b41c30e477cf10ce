namespace KreaPlatform.Diffusion.Tests;

/// <summary>Compares tensors by their largest deviation.</summary>
internal static class Close
{
    /// <summary>No number deviates by more than <paramref name="tolerance"/>.</summary>
    public static void Absolute(ReadOnlySpan<float> expected, ReadOnlySpan<float> actual, double tolerance, string what = "")
    {
        Assert.Equal(expected.Length, actual.Length);
        for (int i = 0; i < expected.Length; i++)
        {
            // Written so that NaN fails.
            if (!(Math.Abs(expected[i] - actual[i]) <= tolerance))
                Assert.Fail($"{what} at {i}: expected {expected[i]:R}, got {actual[i]:R}; off by {Math.Abs(expected[i] - actual[i]):E2}, allowed {tolerance:E2}");
        }
    }

    /// <summary>No number deviates by more than a share of the largest magnitude expected.</summary>
    public static void OfLargest(ReadOnlySpan<float> expected, ReadOnlySpan<float> actual, double share, string what = "")
    {
        float largest = 0;
        foreach (float value in expected)
            largest = Math.Max(largest, Math.Abs(value));
        Absolute(expected, actual, share * largest, what);
    }
}

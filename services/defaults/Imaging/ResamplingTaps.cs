namespace KreaPlatform.ServiceDefaults.Imaging;

/// <summary>For each output sample of one axis: which neighbouring source samples it is made of, and how much of each. Weights sum to 1.</summary>
internal sealed class ResamplingTaps
{
    private readonly int[] _first;
    private readonly float[][] _weights;

    internal ResamplingTaps(int source, double start, double length, int target)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(target, 1);
        _first = new int[target];
        _weights = new float[target][];
        var step = length / target;
        for (var i = 0; i < target; i++) (_first[i], _weights[i]) = step >= 1
            ? Area(source, start + i * step, step) : Linear(source, start + (i + 0.5) * step);
    }

    internal int First(int target) => _first[target];

    internal int Count(int target) => _weights[target].Length;

    internal int End(int target) => _first[target] + _weights[target].Length;

    internal ReadOnlySpan<float> Weights(int target) => _weights[target];

    private static (int First, float[] Weights) Area(int source, double from, double length)
    {
        // Rounding noise of the window must not add a tap of weight zero outside the image.
        const double Slack = 1e-9;
        from = Math.Clamp(from, 0, source - Slack);
        var to = Math.Clamp(from + length, from + Slack, source);
        var first = (int)Math.Floor(from + Slack);
        var end = Math.Clamp((int)Math.Ceiling(to - Slack), first + 1, source);
        var weights = new float[end - first];
        for (var i = first; i < end; i++) weights[i - first] = (float)((Math.Min(to, i + 1) - Math.Max(from, i)) / (to - from));
        return (first, weights);
    }

    private static (int First, float[] Weights) Linear(int source, double centre)
    {
        var at = Math.Clamp(centre - 0.5, 0, source - 1);
        var first = Math.Min((int)at, Math.Max(0, source - 2));
        var part = (float)(at - first);
        return source == 1 ? (0, [1f]) : (first, [1 - part, part]);
    }
}

using System.Diagnostics;

namespace KreaPlatform.Diffusion.Inference;

/// <summary>Adds up the time that one generation spends inside ONNX Runtime.</summary>
internal sealed class RunClock
{
    private long ticks;

    public TimeSpan Elapsed => Stopwatch.GetElapsedTime(0, ticks);

    public void Add(long start) => ticks += Stopwatch.GetTimestamp() - start;
}

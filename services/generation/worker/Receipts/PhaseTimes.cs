using KreaPlatform.Contracts.Generation;
using KreaPlatform.Generation.Engines;

namespace KreaPlatform.Generation.Receipts;

/// <summary>Adds up where an attempt's time went.</summary>
internal static class PhaseTimes
{
    /// <summary>The phases in milliseconds, to a hundredth.</summary>
    /// <param name="engine">The engine's own.</param>
    /// <param name="queue">From acceptance to the claim; clocks of two machines may make it negative.</param>
    /// <param name="prepare">Reading pictures and writing prompts.</param>
    /// <param name="post">Pixels to stored files.</param>
    public static PhaseMillis Of(EngineTimes engine, TimeSpan queue, TimeSpan prepare, TimeSpan post) => new()
    {
        Queue = Millis(queue < TimeSpan.Zero ? TimeSpan.Zero : queue), Encode = Millis(prepare + engine.Encode), Denoise = Millis(engine.Denoise),
        Decode = Millis(engine.Decode), Post = Millis(post), OnnxRuntime = Millis(engine.OnnxRuntime),
    };

    private static double Millis(TimeSpan time) => Math.Round(time.TotalMilliseconds, 2);
}

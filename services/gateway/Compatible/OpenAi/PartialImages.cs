namespace KreaPlatform.Gateway.Compatible.OpenAi;

/// <summary>Picks the previews that become partial images, so that as many as were asked for lie evenly over the steps.</summary>
/// <param name="wanted">How many were asked for; 0 to 3.</param>
public sealed class PartialImages(int wanted)
{
    /// <summary>Most partial images of one answer.</summary>
    public const int Most = 3;

    /// <summary>How many have been taken.</summary>
    public int Taken { get; private set; }

    /// <summary>Whether the preview of a step is the next one; then it counts as taken. Of k, the i-th is the first at or after i / (k + 1) of the way.</summary>
    /// <param name="step">Steps done, from 1.</param>
    /// <param name="steps">Steps in all.</param>
    public bool Take(int step, int steps)
    {
        if (Taken >= wanted || (long)step * (wanted + 1) < (long)(Taken + 1) * steps) return false;
        Taken++;
        return true;
    }
}

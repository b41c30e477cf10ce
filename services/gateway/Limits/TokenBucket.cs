namespace KreaPlatform.Gateway.Limits;

/// <summary>
/// A token bucket, pure: it holds at most <paramref name="Capacity"/> tokens and gains <paramref name="PerSecond"/> of them a second. The script of
/// <see cref="RateLimits"/> does the same sum inside Redis; this is what a gateway falls back on while Redis is away, and what the script is tested against.
/// </summary>
/// <param name="Capacity">Most tokens; at least 1.</param>
/// <param name="PerSecond">Tokens gained a second; above 0.</param>
public readonly record struct TokenBucket(double Capacity, double PerSecond)
{
    /// <summary>A bucket for so many requests a minute, all of which may come at once.</summary>
    public static TokenBucket PerMinute(int requests) => new(requests, requests / 60.0);

    /// <summary>Takes one token, if there is one.</summary>
    /// <param name="tokens">What was left after the last take.</param>
    /// <param name="elapsed">Seconds since then; a clock that went back counts as 0.</param>
    /// <param name="left">What is left now.</param>
    public bool TryTake(double tokens, double elapsed, out double left)
    {
        left = Math.Min(Capacity, tokens + Math.Max(0, elapsed) * PerSecond);
        if (left < 1) return false;
        left -= 1;
        return true;
    }

    /// <summary>Seconds until there is a whole token again; 0 when there is one.</summary>
    public double SecondsUntilNext(double left) => left >= 1 ? 0 : (1 - left) / PerSecond;
}

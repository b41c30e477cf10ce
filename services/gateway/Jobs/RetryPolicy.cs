namespace KreaPlatform.Gateway.Jobs;

/// <summary>How often and how soon a failed attempt is followed by another.</summary>
/// <param name="MaxAttempts">Failed attempts after which the job fails.</param>
/// <param name="FirstDelay">Wait after the first failure; doubles with each.</param>
/// <param name="LongestDelay">Upper bound of the wait.</param>
public sealed record RetryPolicy(int MaxAttempts, TimeSpan FirstDelay, TimeSpan LongestDelay)
{
    /// <summary>The wait after <paramref name="failures"/> failures (at least 1).</summary>
    public TimeSpan DelayAfter(int failures)
    {
        var factor = Math.Pow(2, Math.Min(failures - 1, 30));
        return FirstDelay * factor < LongestDelay ? FirstDelay * factor : LongestDelay;
    }
}

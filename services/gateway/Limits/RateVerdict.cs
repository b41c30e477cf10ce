namespace KreaPlatform.Gateway.Limits;

/// <summary>What a limit said to one request.</summary>
/// <param name="Allowed">Whether it may go on.</param>
/// <param name="Limit">Requests a minute.</param>
/// <param name="Remaining">Whole requests that may follow at once.</param>
/// <param name="NextIn">How long until another may come, when none remains; zero otherwise.</param>
public readonly record struct RateVerdict(bool Allowed, int Limit, int Remaining, TimeSpan NextIn)
{
    /// <summary>The verdict on a bucket after a take.</summary>
    public static RateVerdict Of(TokenBucket bucket, bool allowed, double left) =>
        new(allowed, (int)bucket.Capacity, (int)Math.Floor(left), TimeSpan.FromSeconds(bucket.SecondsUntilNext(left)));
}

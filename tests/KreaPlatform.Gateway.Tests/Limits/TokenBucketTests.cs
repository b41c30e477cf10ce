using FsCheck.Xunit;
using KreaPlatform.Gateway.Limits;

namespace KreaPlatform.Gateway.Tests.Limits;

public sealed class TokenBucketTests
{
    [Property(MaxTest = 2000)]
    public void Over_any_time_no_more_pass_than_the_capacity_and_what_was_gained(byte perMinute, byte[] waits)
    {
        var bucket = TokenBucket.PerMinute(perMinute + 1);
        var (tokens, passed, time) = (bucket.Capacity, 0, 0.0);
        foreach (var wait in waits ?? [])
        {
            time += wait / 10.0;
            if (bucket.TryTake(tokens, wait / 10.0, out tokens)) passed++;
            Assert.InRange(tokens, 0, bucket.Capacity);
        }
        Assert.True(passed <= bucket.Capacity + time * bucket.PerSecond + 1e-6);
    }

    [Fact]
    public void The_time_that_a_refusal_names_is_enough_and_no_less()
    {
        var bucket = TokenBucket.PerMinute(6);
        Assert.False(bucket.TryTake(0.25, 0, out var left));
        var wait = bucket.SecondsUntilNext(left);
        Assert.False(bucket.TryTake(left, wait - 0.01, out _));
        Assert.True(bucket.TryTake(left, wait + 1e-9, out _));
    }
}

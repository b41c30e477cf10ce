using System.Collections.Concurrent;
using System.Globalization;
using KreaPlatform.Contracts.Live;
using StackExchange.Redis;

namespace KreaPlatform.Gateway.Limits;

/// <summary>
/// Requests a minute by account, one bucket for all gateways: a script in Redis, by Redis's clock, so that instances with skewed clocks agree. While Redis
/// is away each gateway keeps a bucket of its own; a limit then counts once a gateway, and nobody is turned away for our trouble.
/// </summary>
public sealed class RateLimits(IConnectionMultiplexer redis, TimeProvider clock)
{
    // Tokens and the time of the last take, in one hash that dies once the bucket would be full again.
    private const string Script = """
        local capacity, rate = tonumber(ARGV[1]), tonumber(ARGV[2])
        local time = redis.call('TIME')
        local now = tonumber(time[1]) + tonumber(time[2]) / 1000000
        local state = redis.call('HMGET', KEYS[1], 'tokens', 'at')
        local tokens, at = tonumber(state[1] or capacity), tonumber(state[2] or now)
        tokens = math.min(capacity, tokens + math.max(0, now - at) * rate)
        local allowed = 0
        if tokens >= 1 then
          tokens = tokens - 1
          allowed = 1
        end
        redis.call('HSET', KEYS[1], 'tokens', tostring(tokens), 'at', string.format('%.6f', now))
        redis.call('PEXPIRE', KEYS[1], math.ceil(capacity / rate * 1000) + 1000)
        return {allowed, tostring(tokens)}
        """;

    // A Redis that hangs is as good as away.
    private static readonly TimeSpan Patience = TimeSpan.FromMilliseconds(250);

    private readonly ConcurrentDictionary<string, (double Tokens, long At)> _own = new();

    /// <summary>Counts a request of <paramref name="account"/> against so many a minute.</summary>
    public async ValueTask<RateVerdict> TakeAsync(string account, int perMinute)
    {
        var bucket = TokenBucket.PerMinute(perMinute);
        try
        {
            var reply = (RedisResult[])(await redis.GetDatabase().ScriptEvaluateAsync(Script, [LiveKeys.RateLimit(account)],
                [bucket.Capacity, bucket.PerSecond.ToString("R", CultureInfo.InvariantCulture)])
                .WaitAsync(Patience, clock))!;
            return RateVerdict.Of(bucket, (int)reply[0] == 1, double.Parse((string)reply[1]!, CultureInfo.InvariantCulture));
        }
        catch (Exception e) when (e is RedisException or TimeoutException)
        {
            return TakeOwn(account, bucket);
        }
    }

    private RateVerdict TakeOwn(string account, TokenBucket bucket)
    {
        var now = clock.GetTimestamp();
        while (true)
        {
            var known = _own.TryGetValue(account, out var state);
            var allowed = bucket.TryTake(known ? state.Tokens : bucket.Capacity, known ? clock.GetElapsedTime(state.At, now).TotalSeconds : 0, out var left);
            if (known ? _own.TryUpdate(account, (left, now), state) : _own.TryAdd(account, (left, now))) return RateVerdict.Of(bucket, allowed, left);
        }
    }
}

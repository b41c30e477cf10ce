using KreaPlatform.Contracts.Live;
using KreaPlatform.ServiceDefaults.Hosting;
using StackExchange.Redis;

namespace KreaPlatform.Gateway.Limits;

/// <summary>
/// How many answers an account holds open at once (event streams, held waits), over all gateways: each is a member of a sorted set, scored by when it
/// runs out, and renewed while it lives. A gateway that dies stops renewing, so its members are gone after <see cref="Lifetime"/>. While Redis is away nothing is counted.
/// </summary>
public sealed class Leases(IConnectionMultiplexer redis, TimeProvider clock)
{
    /// <summary>How long a lease lives without renewal.</summary>
    public static readonly TimeSpan Lifetime = TimeSpan.FromSeconds(30);

    private static readonly TimeSpan Patience = TimeSpan.FromMilliseconds(250);
    private readonly TimeProvider _clock = clock;

    // By Redis's clock. KEYS[1]: the set; ARGV: member, most members, lifetime in ms.
    private const string Script = """
        local time = redis.call('TIME')
        local now = tonumber(time[1]) * 1000 + math.floor(tonumber(time[2]) / 1000)
        redis.call('ZREMRANGEBYSCORE', KEYS[1], '-inf', tostring(now))
        local held = redis.call('ZSCORE', KEYS[1], ARGV[1])
        if not held and redis.call('ZCARD', KEYS[1]) >= tonumber(ARGV[2]) then return 0 end
        redis.call('ZADD', KEYS[1], tostring(now + tonumber(ARGV[3])), ARGV[1])
        redis.call('PEXPIRE', KEYS[1], tonumber(ARGV[3]) * 2)
        return 1
        """;

    /// <summary>Takes a lease, or null when <paramref name="most"/> are out. Dispose it to give it back.</summary>
    public async Task<IAsyncDisposable?> TryTakeAsync(string account, int most)
    {
        var member = Guid.NewGuid().ToString("n");
        return await HoldAsync(account, member, most) ? new Lease(this, account, member, most) : null;
    }

    private async Task<bool> HoldAsync(string account, string member, int most)
    {
        try
        {
            var reply = await redis.GetDatabase().ScriptEvaluateAsync(Script, [LiveKeys.OpenStreams(account)], [member, most, (long)Lifetime.TotalMilliseconds])
                .WaitAsync(Patience, _clock);
            return (int)reply == 1;
        }
        catch (Exception e) when (e is RedisException or TimeoutException)
        {
            return true;
        }
    }

    private async Task GiveBackAsync(string account, string member)
    {
        try
        {
            await redis.GetDatabase().SortedSetRemoveAsync(LiveKeys.OpenStreams(account), member);
        }
        catch (Exception e) when (e is RedisException or TimeoutException)
        {
            // It runs out by itself.
        }
    }

    private sealed class Lease(Leases leases, string account, string member, int most) : IAsyncDisposable
    {
        private readonly Renewal _renewal = new(Lifetime / 3, leases._clock, () => leases.HoldAsync(account, member, most));

        public async ValueTask DisposeAsync()
        {
            await _renewal.DisposeAsync();
            await leases.GiveBackAsync(account, member);
        }
    }
}

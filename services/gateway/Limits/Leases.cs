using KreaPlatform.Contracts.Live;
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
        var lease = new Lease(this, account, Guid.NewGuid().ToString("n"), most);
        return await lease.HoldAsync() ? lease.Keep() : null;
    }

    private sealed class Lease(Leases leases, string account, string member, int most) : IAsyncDisposable
    {
        private readonly CancellationTokenSource _end = new();

        public async Task<bool> HoldAsync()
        {
            try
            {
                var reply = await leases.Database.ScriptEvaluateAsync(Script, [LiveKeys.OpenStreams(account)], [member, most, (long)Lifetime.TotalMilliseconds])
                    .WaitAsync(Patience, leases.Clock);
                return (int)reply == 1;
            }
            catch (Exception e) when (e is RedisException or TimeoutException)
            {
                return true;
            }
        }

        public Lease Keep()
        {
            _ = RenewAsync();
            return this;
        }

        public async ValueTask DisposeAsync()
        {
            await _end.CancelAsync();
            try
            {
                await leases.Database.SortedSetRemoveAsync(LiveKeys.OpenStreams(account), member);
            }
            catch (Exception e) when (e is RedisException or TimeoutException)
            {
                // It runs out by itself.
            }
            _end.Dispose();
        }

        private async Task RenewAsync()
        {
            var end = _end.Token;
            try
            {
                while (true)
                {
                    await Task.Delay(Lifetime / 3, leases.Clock, end);
                    await HoldAsync();
                }
            }
            catch (OperationCanceledException)
            {
                // Given back.
            }
        }
    }

    private TimeProvider Clock => clock;
    private IDatabase Database => redis.GetDatabase();
}

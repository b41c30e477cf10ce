using KreaPlatform.Contracts.Live;
using StackExchange.Redis;

namespace KreaPlatform.Gateway.Keys;

/// <summary>
/// Carries changes of keys, members and accounts to every gateway's <see cref="KeyCache"/>: to this one's at once, to the others' over Redis. Word that
/// gets lost is made up for by the entries' short life, and a connection that comes back clears the cache.
/// </summary>
public sealed class KeyChanges(KeyCache cache, IConnectionMultiplexer redis) : IHostedService
{
    private static readonly RedisChannel Channel = RedisChannel.Literal(LiveKeys.KeysChannel);

    /// <summary>Something about an account's keys has changed, and is committed.</summary>
    public void Tell(string accountId)
    {
        cache.Forget(accountId);
        try
        {
            redis.GetSubscriber().Publish(Channel, accountId, CommandFlags.FireAndForget);
        }
        catch (RedisException)
        {
            // Redis is away: the others' entries run out by themselves.
        }
    }

    /// <inheritdoc/>
    public Task StartAsync(CancellationToken cancellationToken)
    {
        redis.ConnectionRestored += Restored;
        redis.GetSubscriber().Subscribe(Channel, Heard, CommandFlags.FireAndForget);
        return Task.CompletedTask;
    }

    /// <inheritdoc/>
    public Task StopAsync(CancellationToken cancellationToken)
    {
        redis.ConnectionRestored -= Restored;
        return Task.CompletedTask;
    }

    private void Heard(RedisChannel channel, RedisValue accountId) => cache.Forget(accountId.ToString());

    private void Restored(object? sender, ConnectionFailedEventArgs connection) => cache.Clear();
}

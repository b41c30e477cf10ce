using KreaPlatform.Contracts.Live;
using KreaPlatform.Generation.Attempts;
using StackExchange.Redis;

namespace KreaPlatform.Generation.Live;

/// <summary>Hears of cancels on Redis, which is faster than the bus and may be away.</summary>
internal sealed class CancelListener(IConnectionMultiplexer redis, RunningAttempts running, TimeProvider clock) : BackgroundService
{
    private static readonly TimeSpan Retry = TimeSpan.FromSeconds(2);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                // Once subscribed, the multiplexer subscribes again by itself after every loss of the connection.
                await redis.GetSubscriber().SubscribeAsync(RedisChannel.Literal(LiveKeys.CancelChannel), (_, job) => running.Stop(job.ToString(), StopReason.Unwanted));
                return;
            }
            catch (Exception e) when (e is RedisException or TimeoutException)
            {
                await Task.Delay(Retry, clock, stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            }
        }
    }
}

using System.Text.Json;
using KreaPlatform.Contracts.Live;
using StackExchange.Redis;

namespace KreaPlatform.Generation.Live;

/// <summary>Tells watchers of steps and previews over Redis. Never waits and never fails: what gets lost is seen again at the next step.</summary>
public sealed class LivePublisher(IConnectionMultiplexer redis)
{
    /// <summary>Publishes an update; a step is also kept as the job's latest progress.</summary>
    public void Publish(LiveUpdate update)
    {
        try
        {
            var json = JsonSerializer.Serialize(update, JsonSerializerOptions.Web);
            var database = redis.GetDatabase();
            database.Publish(RedisChannel.Literal(LiveKeys.JobChannel(update.JobId)), json, CommandFlags.FireAndForget);
            if (update.Kind == LiveUpdateKind.Step)
                database.StringSet(LiveKeys.Progress(update.JobId), json, LiveKeys.ProgressLifetime, flags: CommandFlags.FireAndForget);
        }
        catch (RedisException)
        {
            // Redis is away.
        }
    }
}

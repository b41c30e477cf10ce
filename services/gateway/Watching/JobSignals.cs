using System.Text.Json;
using KreaPlatform.Contracts.Live;
using KreaPlatform.Gateway.Jobs;
using StackExchange.Redis;

namespace KreaPlatform.Gateway.Watching;

/// <summary>Tells whoever is interested, here and elsewhere, that a job moved. Fire and forget: rows are the truth, and watchers look at them from time to time.</summary>
public sealed class JobSignals(JobFeeds feeds, IConnectionMultiplexer redis)
{
    /// <summary>The job's row moved.</summary>
    public void Moved(Job job)
    {
        feeds.Wake(job.Id);
        Tell(LiveKeys.JobChannel(job.Id), JsonSerializer.Serialize(new LiveUpdate { JobId = job.Id, Kind = LiveUpdateKind.Transition }, JsonSerializerOptions.Web));
    }

    /// <summary>A worker that is busy with the job must stop.</summary>
    public void Stop(string jobId) => Tell(LiveKeys.CancelChannel, jobId);

    private void Tell(string channel, string payload)
    {
        try
        {
            redis.GetSubscriber().Publish(RedisChannel.Literal(channel), payload, CommandFlags.FireAndForget);
        }
        catch (RedisException)
        {
            // Redis is away; the bus and the watchers' own looks make up for it.
        }
    }
}

using System.Text.Json;
using KreaPlatform.Contracts.Live;
using KreaPlatform.Gateway.Jobs;
using StackExchange.Redis;

namespace KreaPlatform.Gateway.Watching;

/// <summary>How far a running job is, as its worker last said on Redis.</summary>
public sealed class LiveProgress(IConnectionMultiplexer redis)
{
    /// <summary>The latest step of the job's present attempt; null when it is not running, has not made a step, or Redis is away.</summary>
    public async Task<LiveUpdate?> LatestAsync(Job job)
    {
        if (job.Status != JobStatus.Running) return null;
        try
        {
            var text = await redis.GetDatabase().StringGetAsync(LiveKeys.Progress(job.Id));
            if (text.IsNullOrEmpty) return null;
            var update = JsonSerializer.Deserialize<LiveUpdate>((string)text!, JsonSerializerOptions.Web);
            return update is not null && BelongsTo(update, job) ? update : null;
        }
        catch (Exception e) when (e is RedisException or JsonException or TimeoutException)
        {
            return null;
        }
    }

    /// <summary>Whether an update comes from the owner of the job's present attempt.</summary>
    public static bool BelongsTo(LiveUpdate update, Job job) =>
        job.Status == JobStatus.Running && update.Attempt == job.Attempt && update.Worker == job.Worker;
}

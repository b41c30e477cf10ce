using KreaPlatform.Gateway.Data;
using KreaPlatform.ServiceDefaults.Data;
using StackExchange.Redis;

namespace KreaPlatform.Gateway.Watching;

/// <summary>The feeds of watched jobs: one a job, however many watch it, for as long as somebody does.</summary>
public sealed class JobFeeds(IServiceProvider services, IConnectionMultiplexer redis, TimeProvider clock, ILogger<JobFeed> logger)
{
    private readonly Lock _gate = new();
    private readonly Dictionary<string, JobFeed> _feeds = [];

    /// <summary>Joins the job's feed, starting it when this is its first watcher.</summary>
    internal FeedSubscription Join(string jobId)
    {
        lock (_gate)
        {
            if (_feeds.TryGetValue(jobId, out var feed)) return feed.Add(Leave);
            // Resolved late: the queue's place needs the registry, which needs nothing of this.
            feed = new JobFeed(jobId, services.GetRequiredService<ServiceDatabase<GatewayDb>>(), services.GetRequiredService<JobQueue>(), redis, clock, logger);
            _feeds.Add(jobId, feed);
            var first = feed.Add(Leave);
            feed.Start();
            return first;
        }
    }

    /// <summary>The job's row moved: its feed, if any, looks at it now.</summary>
    public void Wake(string jobId)
    {
        lock (_gate)
        {
            if (_feeds.TryGetValue(jobId, out var feed)) feed.Wake();
        }
    }

    private void Leave(JobFeed feed, FeedSubscription subscription)
    {
        lock (_gate)
        {
            if (feed.Remove(subscription) > 0) return;
            _feeds.Remove(feed.JobId);
        }
        feed.Stop();
    }
}

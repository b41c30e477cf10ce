using System.Collections.Immutable;
using System.Text.Json;
using System.Threading.Channels;
using KreaPlatform.Contracts.Live;
using KreaPlatform.Gateway.Data;
using KreaPlatform.Gateway.Jobs;
using KreaPlatform.ServiceDefaults.Data;
using StackExchange.Redis;

namespace KreaPlatform.Gateway.Watching;

/// <summary>
/// Watches one job for everybody who watches it: (1) wakes on Redis, on a local move, or after a while; (2) reads the row and its new transitions;
/// (3) hands transitions, steps, previews and changed places to every watcher. Redis may be away: then steps are missing, transitions come by (1)'s clock.
/// </summary>
public sealed partial class JobFeed(
    string jobId, ServiceDatabase<GatewayDb> database, JobQueue queue, IConnectionMultiplexer redis, TimeProvider clock, ILogger<JobFeed> logger)
{
    private static readonly TimeSpan LookEvery = TimeSpan.FromSeconds(1);
    private readonly Channel<LiveUpdate> _inbox = Channel.CreateBounded<LiveUpdate>(
        new BoundedChannelOptions(256) { FullMode = BoundedChannelFullMode.DropOldest, SingleReader = true });
    private readonly RedisChannel _channel = RedisChannel.Literal(LiveKeys.JobChannel(jobId));
    private readonly CancellationTokenSource _stop = new();
    private ImmutableList<FeedSubscription> _watchers = [];
    private int _known;
    private Place? _place;

    /// <summary>The watched job.</summary>
    public string JobId => jobId;

    internal FeedSubscription Add(Action<JobFeed, FeedSubscription> leave)
    {
        var subscription = new FeedSubscription(s => leave(this, s));
        ImmutableInterlocked.Update(ref _watchers, w => w.Add(subscription));
        return subscription;
    }

    /// <summary>Returns how many are left.</summary>
    internal int Remove(FeedSubscription subscription)
    {
        ImmutableInterlocked.Update(ref _watchers, w => w.Remove(subscription));
        return _watchers.Count;
    }

    internal void Wake() => _inbox.Writer.TryWrite(new LiveUpdate { JobId = jobId, Kind = LiveUpdateKind.Transition });

    // Away from the caller, who holds the feeds' lock.
    internal void Start() => _ = Task.Run(() => RunAsync(_stop.Token), CancellationToken.None);

    internal void Stop() => _stop.Cancel();

    private async Task RunAsync(CancellationToken cancel)
    {
        // Beside the first look and not before it: with Redis away this takes seconds.
        var subscribing = SubscribeAsync();
        try
        {
            Job? job = null;
            while (true)
            {
                try
                {
                    job = await LookAsync(cancel) ?? job;
                    if (job?.Status.HasEnded() == true) return;
                    // (1) Live updates are passed on until something moves.
                    while (await NextAsync(cancel) is { Kind: not LiveUpdateKind.Transition } live)
                    {
                        // A step of an attempt that this feed has not seen start: look first.
                        if (job is null || !LiveProgress.BelongsTo(live, job)) job = await LookAsync(cancel) ?? job;
                        if (job is not null && LiveProgress.BelongsTo(live, job)) Push(FromLive(live));
                    }
                }
                catch (Exception e) when (!cancel.IsCancellationRequested)
                {
                    LogLookFailed(e, jobId);
                    await Task.Delay(LookEvery, clock, cancel);
                }
            }
        }
        catch (OperationCanceledException)
        {
            // Nobody watches any more.
        }
        finally
        {
            await subscribing;
            await UnsubscribeAsync();
        }
    }

    // (2) and (3). The first look tells its transitions too: a watcher that read the row before it has not seen them, and the others know their numbers.
    private async Task<Job?> LookAsync(CancellationToken cancel)
    {
        var (job, fresh) = await JobHistory.ReadAsync(database, jobId, _known, cancel);
        if (job is null) return null;
        var place = await queue.PlaceOfAsync(job, cancel);
        foreach (var transition in fresh) Push(JobHistory.ToEvent(transition, job, place));
        if (job.Status == JobStatus.Queued && fresh.Count == 0 && place != _place && place is not null)
            Push(new JobEvent { Type = JobEvent.PositionType, Number = job.TransitionCount, At = clock.GetUtcNow(), Place = place });
        (_known, _place) = (job.TransitionCount, place);
        return job;
    }

    private async Task<LiveUpdate?> NextAsync(CancellationToken cancel)
    {
        if (_inbox.Reader.TryRead(out var ready)) return ready;
        using var timeout = new CancellationTokenSource(LookEvery, clock);
        using var linked = CancellationTokenSource.CreateLinkedTokenSource(timeout.Token, cancel);
        try
        {
            return await _inbox.Reader.ReadAsync(linked.Token);
        }
        catch (OperationCanceledException) when (!cancel.IsCancellationRequested)
        {
            return null;
        }
    }

    private JobEvent FromLive(LiveUpdate live) => new()
    {
        Type = live.Kind == LiveUpdateKind.Preview ? JobEvent.PreviewType : JobEvent.StepType, Number = _known, At = clock.GetUtcNow(), Live = live,
    };

    private void Push(JobEvent item)
    {
        foreach (var watcher in _watchers) watcher.Push(item);
    }

    private async Task SubscribeAsync()
    {
        try
        {
            await redis.GetSubscriber().SubscribeAsync(_channel, Receive);
            // What moved meanwhile was told to nobody here.
            Wake();
        }
        catch (Exception e) when (e is RedisException or TimeoutException or ObjectDisposedException)
        {
            LogRedisAway(e, jobId);
        }
    }

    // Only this feed's own handler: the job's next feed may be listening to the same channel already.
    private async Task UnsubscribeAsync()
    {
        try
        {
            await redis.GetSubscriber().UnsubscribeAsync(_channel, Receive);
        }
        catch (Exception e) when (e is RedisException or TimeoutException or ObjectDisposedException)
        {
            LogRedisAway(e, jobId);
        }
    }

    private void Receive(RedisChannel channel, RedisValue payload)
    {
        try
        {
            if (JsonSerializer.Deserialize<LiveUpdate>((string)payload!, JsonSerializerOptions.Web) is { } update) _inbox.Writer.TryWrite(update);
        }
        catch (JsonException e)
        {
            LogRedisAway(e, jobId);
        }
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "Looking at {JobId} for its watchers failed and will be tried again")]
    private partial void LogLookFailed(Exception exception, string jobId);

    [LoggerMessage(Level = LogLevel.Debug, Message = "No live updates for {JobId}")]
    private partial void LogRedisAway(Exception exception, string jobId);
}

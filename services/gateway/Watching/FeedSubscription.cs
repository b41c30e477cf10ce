using System.Threading.Channels;

namespace KreaPlatform.Gateway.Watching;

/// <summary>One watcher's place at a feed. A slow watcher loses the oldest events, and finds lost transitions in the rows.</summary>
internal sealed class FeedSubscription(Action<FeedSubscription> leave) : IDisposable
{
    private readonly Channel<JobEvent> _events = Channel.CreateBounded<JobEvent>(
        new BoundedChannelOptions(64) { FullMode = BoundedChannelFullMode.DropOldest, SingleReader = true });

    public ChannelReader<JobEvent> Events => _events.Reader;

    public void Push(JobEvent item) => _events.Writer.TryWrite(item);

    public void Dispose() => leave(this);
}

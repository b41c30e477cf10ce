using System.Threading.Channels;

namespace KreaPlatform.ServiceDefaults.Hosting;

/// <summary>Tells a loop of this process that there is work. Any number of raises before the loop looks are one.</summary>
public class WakeSignal
{
    private readonly Channel<bool> _channel = Channel.CreateBounded<bool>(new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropWrite });

    /// <summary>There is something to do.</summary>
    public void Raise() => _channel.Writer.TryWrite(true);

    /// <summary>Waits for <see cref="Raise"/>, at most <paramref name="longest"/>: another process may have left work, or died before doing it.</summary>
    public async Task WaitAsync(TimeSpan longest, TimeProvider clock, CancellationToken cancel)
    {
        using var timeout = new CancellationTokenSource(longest, clock);
        using var linked = CancellationTokenSource.CreateLinkedTokenSource(timeout.Token, cancel);
        try
        {
            await _channel.Reader.ReadAsync(linked.Token);
        }
        catch (OperationCanceledException) when (!cancel.IsCancellationRequested)
        {
            // The longest wait is over: look anyway.
        }
    }
}

using System.Threading.Channels;
using KreaPlatform.ServiceDefaults.Data;

namespace KreaPlatform.ServiceDefaults.Outbox;

/// <summary>Tells the dispatcher of <typeparamref name="TDb"/> in this process that a transaction with messages has committed.</summary>
public sealed class OutboxSignal<TDb> where TDb : ServiceDb
{
    private readonly Channel<bool> _channel = Channel.CreateBounded<bool>(new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropWrite });

    /// <summary>There is something to send.</summary>
    public void Raise() => _channel.Writer.TryWrite(true);

    /// <summary>Waits for <see cref="Raise"/>, at most <paramref name="longest"/>: another process may have written, or died before sending.</summary>
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

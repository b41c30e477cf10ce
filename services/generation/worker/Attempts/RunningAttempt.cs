using System.Collections.Concurrent;

namespace KreaPlatform.Generation.Attempts;

/// <summary>An attempt that this worker owns, and the way to stop it.</summary>
public sealed class RunningAttempt(string jobId, int attempt, TimeProvider clock) : IDisposable
{
    private long _lastSign = clock.GetTimestamp();
    private readonly CancellationTokenSource _stop = new();
    private readonly ConcurrentQueue<string> _stored = new();
    private int _reason;

    /// <summary>The job.</summary>
    public string JobId => jobId;
    /// <summary>Number of the attempt.</summary>
    public int Attempt => attempt;
    /// <summary>Cancelled when it is to stop before its next step.</summary>
    public CancellationToken Stopped => _stop.Token;
    /// <summary>Why it was stopped; the first reason counts.</summary>
    public StopReason Reason => (StopReason)Volatile.Read(ref _reason);

    /// <summary>Time since it began or last made a step.</summary>
    public TimeSpan SilentFor => clock.GetElapsedTime(Interlocked.Read(ref _lastSign));

    /// <summary>Addresses of the images that it has stored so far.</summary>
    public IReadOnlyList<string> Stored => [.. _stored];

    /// <summary>It stored an image.</summary>
    public void NoteStored(string address) => _stored.Enqueue(address);

    /// <summary>It made a step.</summary>
    public void GiveSign() => Interlocked.Exchange(ref _lastSign, clock.GetTimestamp());

    /// <summary>Stops it before its next step.</summary>
    public void Stop(StopReason reason)
    {
        if (Interlocked.CompareExchange(ref _reason, (int)reason, (int)StopReason.None) != (int)StopReason.None) return;
        try
        {
            _stop.Cancel();
        }
        catch (ObjectDisposedException)
        {
            // It ended by itself.
        }
    }

    /// <inheritdoc/>
    public void Dispose() => _stop.Dispose();
}

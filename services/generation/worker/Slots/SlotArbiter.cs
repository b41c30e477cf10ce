namespace KreaPlatform.Generation.Slots;

/// <summary>
/// Gives the worker's slots to the messages that wait in its queues' consumers, in the order of <see cref="DeficitRoundRobin"/>. A queue
/// delivers its next message only after the last was acknowledged, so the flow that was just served is expected back for a moment before
/// others may take its turn. Thread-safe.
/// </summary>
public sealed class SlotArbiter : IDisposable
{
    private readonly Lock _gate = new();
    private readonly DeficitRoundRobin _order = new();
    private readonly Dictionary<string, LinkedList<Waiter>> _waiting = [];
    private readonly Dictionary<string, DateTimeOffset> _expected = [];
    private readonly TimeProvider _clock;
    private readonly TimeSpan _grace;
    private readonly ITimer _timer;

    /// <summary>An arbiter of free slots.</summary>
    /// <param name="slots">How many jobs run at once; at least 1.</param>
    /// <param name="grace">How long the turn of a flow is kept for its next message.</param>
    /// <param name="clock">For the grace.</param>
    public SlotArbiter(int slots, TimeSpan grace, TimeProvider clock)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(slots, 1);
        Slots = slots;
        _grace = grace;
        _clock = clock;
        _timer = clock.CreateTimer(_ => OnGraceOver(), null, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
    }

    /// <summary>Slots in all.</summary>
    public int Slots { get; }

    /// <summary>Slots that are taken now.</summary>
    public int InUse { get; private set; }

    /// <summary>Adds a flow of messages.</summary>
    public void Open(string flow, int rank, long quantum)
    {
        lock (_gate) _order.Open(flow, rank, quantum);
    }

    /// <summary>Forgets a flow once nobody waits in it; its waiters keep their places until then.</summary>
    public void Close(string flow)
    {
        lock (_gate)
            if (!_waiting.ContainsKey(flow)) _order.Close(flow);
    }

    /// <summary>Waits for a slot. Dispose what it returns to free it.</summary>
    /// <exception cref="OperationCanceledException">The wait was given up.</exception>
    public async Task<IDisposable> EnterAsync(string flow, long cost, CancellationToken cancel)
    {
        // A slot that is free would be granted before the cancel is seen: a worker that drains would go on through all that waits.
        cancel.ThrowIfCancellationRequested();
        var waiter = new Waiter(flow, cost);
        lock (_gate)
        {
            if (!_waiting.TryGetValue(flow, out var line)) _waiting[flow] = line = [];
            line.AddLast(waiter);
            _expected.Remove(flow);
            Dispatch();
        }
        await using var registration = cancel.UnsafeRegister(_ => Abandon(waiter, cancel), null);
        return await waiter.Granted.Task;
    }

    /// <inheritdoc/>
    public void Dispose() => _timer.Dispose();

    private void Dispatch()
    {
        while (InUse < Slots && _waiting.Count > 0)
        {
            var next = _order.Next(_waiting.Keys.Concat(_expected.Keys));
            if (next is null || !_waiting.TryGetValue(next, out var line))
            {
                // Nobody is known to the order (their queue was closed): first come, first served. Otherwise it is the turn of one who is expected.
                if (next is not null) return;
                line = _waiting.Values.First();
            }
            Grant(line);
        }
    }

    private void Grant(LinkedList<Waiter> line)
    {
        var waiter = line.First!.Value;
        Leave(waiter);
        InUse++;
        _order.Charge(waiter.Flow, waiter.Cost);
        waiter.Granted.TrySetResult(new Slot(this, waiter.Flow));
    }

    private void Release(string flow)
    {
        lock (_gate)
        {
            InUse--;
            if (InUse == 0 && _waiting.Count == 0) _order.Settle();
            else if (!_waiting.ContainsKey(flow) && _grace > TimeSpan.Zero)
            {
                _expected[flow] = _clock.GetUtcNow() + _grace;
                _timer.Change(_grace, Timeout.InfiniteTimeSpan);
            }
            Dispatch();
        }
    }

    private void OnGraceOver()
    {
        lock (_gate)
        {
            var now = _clock.GetUtcNow();
            foreach (var (flow, until) in _expected.ToList())
                if (until <= now) _expected.Remove(flow);
            if (_expected.Count > 0) _timer.Change(_grace, Timeout.InfiniteTimeSpan);
            Dispatch();
        }
    }

    private void Abandon(Waiter waiter, CancellationToken cancel)
    {
        lock (_gate)
        {
            if (!waiter.Granted.TrySetCanceled(cancel)) return;
            Leave(waiter);
            Dispatch();
        }
    }

    private void Leave(Waiter waiter)
    {
        var line = _waiting[waiter.Flow];
        line.Remove(waiter);
        if (line.Count == 0) _waiting.Remove(waiter.Flow);
    }

    private sealed class Waiter(string flow, long cost)
    {
        public string Flow { get; } = flow;
        public long Cost { get; } = cost;
        public TaskCompletionSource<IDisposable> Granted { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);
    }

    private sealed class Slot(SlotArbiter arbiter, string flow) : IDisposable
    {
        private SlotArbiter? _arbiter = arbiter;

        public void Dispose() => Interlocked.Exchange(ref _arbiter, null)?.Release(flow);
    }
}

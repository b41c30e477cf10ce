using System.Collections.Concurrent;

namespace KreaPlatform.Generation.Attempts;

/// <summary>The attempts that this worker runs now, for those who must stop them.</summary>
public sealed class RunningAttempts(TimeProvider clock)
{
    private readonly ConcurrentDictionary<string, RunningAttempt> _running = new();

    /// <summary>How many there are.</summary>
    public int Count => _running.Count;

    /// <summary>Adds an attempt. An older one of the same job is unwanted from now on.</summary>
    public RunningAttempt Begin(string jobId, int attempt)
    {
        var begun = new RunningAttempt(jobId, attempt, clock);
        _running.AddOrUpdate(jobId, begun, (_, old) =>
        {
            old.Stop(StopReason.Unwanted);
            return begun;
        });
        return begun;
    }

    /// <summary>The attempt ended.</summary>
    public void End(RunningAttempt attempt)
    {
        _running.TryRemove(KeyValuePair.Create(attempt.JobId, attempt));
        attempt.Dispose();
    }

    /// <summary>Stops the attempt of a job, if this worker runs one.</summary>
    public void Stop(string jobId, StopReason reason)
    {
        if (_running.TryGetValue(jobId, out var attempt)) attempt.Stop(reason);
    }

    /// <summary>Stops every attempt.</summary>
    public void StopAll(StopReason reason)
    {
        foreach (var attempt in _running.Values) attempt.Stop(reason);
    }
}

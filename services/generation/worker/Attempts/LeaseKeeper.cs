using KreaPlatform.Contracts.Bus;
using KreaPlatform.Generation.Hosting;
using MassTransit;

namespace KreaPlatform.Generation.Attempts;

/// <summary>Claims attempts at the gateway and keeps their leases.</summary>
public sealed partial class LeaseKeeper(IBus bus, WorkerIdentity identity, TimeProvider clock, ILogger<LeaseKeeper> logger)
{
    private const int ClaimTries = 3;
    private static readonly RequestTimeout Patience = RequestTimeout.After(s: 5);

    private readonly IRequestClient<ClaimAttempt> _claims = bus.CreateRequestClient<ClaimAttempt>(Patience);
    private readonly IRequestClient<AttemptHeartbeat> _heartbeats = bus.CreateRequestClient<AttemptHeartbeat>(Patience);

    /// <summary>The lease's length when the attempt is ours; null when it is somebody else's or nobody answers (the gateway sends the command again).</summary>
    public async Task<TimeSpan?> ClaimAsync(string jobId, int attempt)
    {
        for (var i = 1; i <= ClaimTries; i++)
        {
            try
            {
                var answer = await _claims.GetResponse<ClaimAnswer>(new ClaimAttempt { JobId = jobId, Attempt = attempt, Worker = identity.Id });
                return answer.Message.Granted ? answer.Message.Lease : null;
            }
            catch (RequestException e)
            {
                LogNoAnswer(e, jobId, attempt, i);
            }
        }
        return null;
    }

    /// <summary>Sends heartbeats until the returned keeper is disposed. A heartbeat that is not granted, or a lease without an answer, stops the attempt.</summary>
    public IDisposable Keep(RunningAttempt attempt, TimeSpan lease)
    {
        var end = new CancellationTokenSource();
        _ = BeatAsync(attempt, lease, end.Token);
        return new Keeper(end);
    }

    private async Task BeatAsync(RunningAttempt attempt, TimeSpan lease, CancellationToken end)
    {
        var granted = clock.GetTimestamp();
        while (true)
        {
            try
            {
                await Task.Delay(lease / 3, clock, end);
                var asked = clock.GetTimestamp();
                var answer = await _heartbeats.GetResponse<ClaimAnswer>(
                    new AttemptHeartbeat { JobId = attempt.JobId, Attempt = attempt.Attempt, Worker = identity.Id }, end);
                if (!answer.Message.Granted)
                {
                    attempt.Stop(StopReason.Unwanted);
                    return;
                }
                granted = asked;
            }
            catch (OperationCanceledException) when (end.IsCancellationRequested)
            {
                return;
            }
            catch (Exception e)
            {
                LogNoHeartbeat(e, attempt.JobId, attempt.Attempt);
                if (clock.GetElapsedTime(granted) <= lease) continue;
                // Somebody else may own it by now.
                attempt.Stop(StopReason.Unwanted);
                return;
            }
        }
    }

    private sealed class Keeper(CancellationTokenSource end) : IDisposable
    {
        public void Dispose()
        {
            end.Cancel();
            end.Dispose();
        }
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "No answer to the claim of {JobId} attempt {Attempt} (try {Try})")]
    private partial void LogNoAnswer(Exception exception, string jobId, int attempt, int @try);

    [LoggerMessage(Level = LogLevel.Warning, Message = "No answer to the heartbeat of {JobId} attempt {Attempt}")]
    private partial void LogNoHeartbeat(Exception exception, string jobId, int attempt);
}

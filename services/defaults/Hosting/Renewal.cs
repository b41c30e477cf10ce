namespace KreaPlatform.ServiceDefaults.Hosting;

/// <summary>
/// Renews something that would run out, every so often, until it is disposed; once that has returned no renewal is under way, so what is given back then stays
/// given back.
/// </summary>
public sealed class Renewal : IAsyncDisposable
{
    private readonly CancellationTokenSource _end = new();
    private readonly Task _renewing;

    /// <summary>Begins; the first renewal comes after <paramref name="every"/>.</summary>
    /// <param name="every">Time between renewals, well below what is renewed lives.</param>
    /// <param name="clock">For the time between.</param>
    /// <param name="renew">One renewal; deals with its own failures.</param>
    public Renewal(TimeSpan every, TimeProvider clock, Func<Task> renew) => _renewing = RunAsync(every, clock, renew, _end.Token);

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await _end.CancelAsync();
        await _renewing;
        _end.Dispose();
    }

    private static async Task RunAsync(TimeSpan every, TimeProvider clock, Func<Task> renew, CancellationToken end)
    {
        while (true)
        {
            await Task.Delay(every, clock, end).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            if (end.IsCancellationRequested) return;
            await renew();
        }
    }
}

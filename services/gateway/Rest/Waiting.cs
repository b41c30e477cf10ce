using KreaPlatform.Gateway.Jobs;
using KreaPlatform.Gateway.Keys;
using KreaPlatform.Gateway.Watching;

namespace KreaPlatform.Gateway.Rest;

/// <summary>Held answers.</summary>
internal static class Waiting
{
    /// <summary>The job once it has ended or the wait is over, whichever is first; a host that stops ends the wait too, so that it can drain.</summary>
    public static async Task<Job?> WaitForEndAsync(this JobWatch watch, Caller caller, string id, TimeSpan wait, IHostApplicationLifetime lifetime,
        CancellationToken cancel)
    {
        using var ending = CancellationTokenSource.CreateLinkedTokenSource(cancel, lifetime.ApplicationStopping);
        try
        {
            return await watch.WaitForEndAsync(caller, id, wait, ending.Token);
        }
        catch (OperationCanceledException) when (!cancel.IsCancellationRequested)
        {
            return await watch.WaitForEndAsync(caller, id, TimeSpan.Zero, cancel);
        }
    }
}

using Microsoft.Extensions.Options;

namespace KreaPlatform.Gateway.Webhooks.Delivery;

/// <summary>
/// Brings deliveries out: claims what is due while there are slots, attempts all of it at once, hands the results to <see cref="DeliveryRecorder"/>.
/// Wakes when something was written or a slot became free, and looks by itself from time to time.
/// </summary>
public sealed partial class WebhookDispatcher(
    DeliveryClaims claims, DeliverySender sender, DeliveryRecorder recorder, WebhookSignal signal, TimeProvider clock, IOptions<WebhooksOptions> options,
    ILogger<WebhookDispatcher> logger) : BackgroundService
{
    private static readonly TimeSpan DrainTime = TimeSpan.FromSeconds(5);
    private readonly DeliverySlots _slots = new(options.Value.Concurrency, options.Value.ConcurrencyPerEndpoint);
    private int _underWay;

    /// <inheritdoc/>
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        // Off the thread that starts the host.
        await Task.Yield();
        using var giveUp = new CancellationTokenSource();
        var recording = recorder.RunAsync();
        var recovered = false;
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                if (!recovered) await claims.RecoverAsync(stoppingToken);
                recovered = true;
                while (_slots.Free > 0 && await claims.ClaimAsync(_slots, stoppingToken) is { Count: > 0 } claimed)
                    foreach (var claim in claimed) _ = AttemptAsync(claim, giveUp.Token);
            }
            catch (Exception e) when (!stoppingToken.IsCancellationRequested)
            {
                // The database is away: nothing is lost, the rows wait.
                LogClaimFailed(e);
            }
            catch (OperationCanceledException)
            {
                break;
            }
            await signal.WaitAsync(options.Value.PollEvery, clock, stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }

        // What is under way gets a little time; what has no answer by then is due at once for whoever comes next.
        for (var waited = TimeSpan.Zero; Volatile.Read(ref _underWay) > 0 && waited < DrainTime; waited += TimeSpan.FromMilliseconds(50))
            await Task.Delay(50, CancellationToken.None);
        await giveUp.CancelAsync();
        while (Volatile.Read(ref _underWay) > 0) await Task.Delay(10, CancellationToken.None);
        recorder.Complete();
        await recording;
    }

    private async Task AttemptAsync(ClaimedDelivery claim, CancellationToken giveUp)
    {
        Interlocked.Increment(ref _underWay);
        try
        {
            var result = await sender.SendAsync(claim.Delivery, claim.Endpoint, giveUp);
            recorder.Add(claim, result, () => Free(claim));
        }
        catch (OperationCanceledException)
        {
            await GiveBackAsync(claim);
        }
        catch (Exception e)
        {
            LogAttemptFailed(e, claim.Delivery.Id);
            await GiveBackAsync(claim);
        }
        finally
        {
            Interlocked.Decrement(ref _underWay);
        }
    }

    private async Task GiveBackAsync(ClaimedDelivery claim)
    {
        try
        {
            await claims.GiveBackAsync(claim);
        }
        catch (Exception e)
        {
            // Its lease will run out.
            LogAttemptFailed(e, claim.Delivery.Id);
        }
        Free(claim);
    }

    private void Free(ClaimedDelivery claim)
    {
        _slots.Release(claim.Endpoint.Id);
        signal.Raise();
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "Due webhook deliveries could not be read; it will be tried again")]
    private partial void LogClaimFailed(Exception exception);

    [LoggerMessage(Level = LogLevel.Error, Message = "The attempt of webhook delivery {DeliveryId} broke on this side")]
    private partial void LogAttemptFailed(Exception exception, string deliveryId);
}

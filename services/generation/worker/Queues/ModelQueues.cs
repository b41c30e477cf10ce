using KreaPlatform.Contracts.Bus;
using KreaPlatform.Generation.Bundles;
using KreaPlatform.Generation.Slots;
using MassTransit;

namespace KreaPlatform.Generation.Queues;

/// <summary>Listens to the queues of the models that can be served, one a tier, and to no others: as bundles come and go, so do the endpoints.</summary>
internal sealed partial class ModelQueues(
    BundleCatalogue catalogue, SlotArbiter slots, IReceiveEndpointConnector connector, IServiceScopeFactory scopes, TimeProvider clock, ILogger<ModelQueues> logger)
    : BackgroundService
{
    private static readonly TimeSpan Retry = TimeSpan.FromSeconds(2);
    private readonly Dictionary<string, HostReceiveEndpointHandle> _connected = [];

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            var changed = catalogue.Changed;
            try
            {
                await FollowAsync(stoppingToken);
                await changed.WaitAsync(stoppingToken);
            }
            catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
            {
                return;
            }
            catch (Exception e)
            {
                LogFailed(e);
                await Task.Delay(Retry, clock, stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            }
        }
    }

    private async Task FollowAsync(CancellationToken cancel)
    {
        var wanted = catalogue.Models.Where(m => m.Available)
            .SelectMany(m => Tiers.All.Select(tier => (Queue: QueueNames.Generate(m.Id, tier), Tier: tier))).ToDictionary(q => q.Queue, q => q.Tier);
        foreach (var queue in _connected.Keys.Except(wanted.Keys).ToList())
        {
            await _connected[queue].StopAsync(cancel);
            _connected.Remove(queue);
            slots.Close(queue);
        }
        foreach (var (queue, tier) in wanted)
        {
            if (_connected.ContainsKey(queue)) continue;
            slots.Open(queue, JobCost.RankOf(tier), JobCost.QuantumOf(tier));
            var handle = connector.ConnectReceiveEndpoint(queue, (_, endpoint) =>
            {
                endpoint.PrefetchCount = slots.Slots;
                endpoint.ConcurrentMessageLimit = slots.Slots;
                if (endpoint is IRabbitMqReceiveEndpointConfigurator rabbit) rabbit.SetQuorumQueue();
                endpoint.ConfigureConsumeTopology = false;
                endpoint.Consumer(() => scopes.CreateScope().ServiceProvider.GetRequiredService<GenerateImagesConsumer>());
            });
            await handle.Ready.WaitAsync(cancel);
            _connected.Add(queue, handle);
        }
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "The queues of this worker's models could not be connected and will be tried again")]
    private partial void LogFailed(Exception exception);
}

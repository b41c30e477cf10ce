using KreaPlatform.Contracts.Bus;
using KreaPlatform.Generation.Hosting;
using MassTransit;
using Microsoft.Extensions.Options;

namespace KreaPlatform.Generation.Describing;

/// <summary>All workers share one queue, and each takes few at once: making images comes first. A store that is away is waited for.</summary>
public sealed class DescribeImageConsumerDefinition : ConsumerDefinition<DescribeImageConsumer>
{
    private const int Tries = 5;
    private static readonly TimeSpan FirstWait = TimeSpan.FromSeconds(1), LongestWait = TimeSpan.FromSeconds(30);

    private readonly int _atOnce;

    /// <summary>Names the queue and bounds what is taken from it.</summary>
    public DescribeImageConsumerDefinition(IOptions<WorkerOptions> options)
    {
        _atOnce = Math.Max(1, options.Value.DescribeConcurrency);
        EndpointName = QueueNames.Describe;
    }

    /// <inheritdoc/>
    protected override void ConfigureConsumer(
        IReceiveEndpointConfigurator endpointConfigurator, IConsumerConfigurator<DescribeImageConsumer> consumerConfigurator, IRegistrationContext context)
    {
        endpointConfigurator.PrefetchCount = 2 * _atOnce;
        endpointConfigurator.ConcurrentMessageLimit = _atOnce;
        if (endpointConfigurator is IRabbitMqReceiveEndpointConfigurator rabbit) rabbit.SetQuorumQueue();
        endpointConfigurator.UseMessageRetry(retry => retry.Exponential(Tries, FirstWait, LongestWait, FirstWait));
    }
}

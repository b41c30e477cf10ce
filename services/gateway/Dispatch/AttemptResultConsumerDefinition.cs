using MassTransit;

namespace KreaPlatform.Gateway.Dispatch;

/// <summary>Results must not be lost to a database that is away for a moment: they are tried for minutes, then the attempt's lease brings the job back.</summary>
public sealed class AttemptResultConsumerDefinition : ConsumerDefinition<AttemptResultConsumer>
{
    /// <summary>Names the queue.</summary>
    public AttemptResultConsumerDefinition()
    {
        EndpointName = "gateway-results";
        ConcurrentMessageLimit = 8;
    }

    /// <inheritdoc/>
    protected override void ConfigureConsumer(IReceiveEndpointConfigurator endpointConfigurator, IConsumerConfigurator<AttemptResultConsumer> consumerConfigurator,
        IRegistrationContext context) =>
        endpointConfigurator.UseMessageRetry(retry => retry.Exponential(8, TimeSpan.FromMilliseconds(100), TimeSpan.FromSeconds(30), TimeSpan.FromMilliseconds(200)));
}

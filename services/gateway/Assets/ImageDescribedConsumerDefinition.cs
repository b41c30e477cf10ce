using MassTransit;

namespace KreaPlatform.Gateway.Assets;

/// <summary>A description that can't be kept now is tried again for a while; one that is lost is asked for again (<see cref="DescriptionSweeper"/>).</summary>
public sealed class ImageDescribedConsumerDefinition : ConsumerDefinition<ImageDescribedConsumer>
{
    /// <summary>Names the queue.</summary>
    public ImageDescribedConsumerDefinition()
    {
        EndpointName = "gateway-descriptions";
        ConcurrentMessageLimit = 4;
    }

    /// <inheritdoc/>
    protected override void ConfigureConsumer(IReceiveEndpointConfigurator endpointConfigurator, IConsumerConfigurator<ImageDescribedConsumer> consumerConfigurator,
        IRegistrationContext context) =>
        endpointConfigurator.UseMessageRetry(retry => retry.Exponential(5, TimeSpan.FromMilliseconds(100), TimeSpan.FromSeconds(10), TimeSpan.FromMilliseconds(200)));
}

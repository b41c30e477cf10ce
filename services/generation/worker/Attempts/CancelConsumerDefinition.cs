using MassTransit;

namespace KreaPlatform.Generation.Attempts;

/// <summary>Every worker hears every cancel: a queue of this process's own, which goes when it goes.</summary>
public sealed class CancelConsumerDefinition : ConsumerDefinition<CancelConsumer>
{
    /// <summary>Names the queue.</summary>
    public CancelConsumerDefinition() =>
        Endpoint(endpoint =>
        {
            endpoint.Name = "worker-cancels";
            endpoint.InstanceId = Guid.NewGuid().ToString("n");
            endpoint.Temporary = true;
        });
}

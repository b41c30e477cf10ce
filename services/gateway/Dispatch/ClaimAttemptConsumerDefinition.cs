using MassTransit;

namespace KreaPlatform.Gateway.Dispatch;

/// <summary>Short calls that a worker waits for: a queue of their own, many at a time, no retries (the worker asks again).</summary>
public sealed class ClaimAttemptConsumerDefinition : ConsumerDefinition<ClaimAttemptConsumer>
{
    /// <summary>Names the queue.</summary>
    public ClaimAttemptConsumerDefinition()
    {
        EndpointName = "gateway-claims";
        ConcurrentMessageLimit = 16;
    }
}

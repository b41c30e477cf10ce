using MassTransit;

namespace KreaPlatform.Gateway.Models;

/// <summary>Every gateway hears every report: a queue of this instance's own, which goes when it goes.</summary>
public sealed class WorkerReportConsumerDefinition : ConsumerDefinition<WorkerReportConsumer>
{
    /// <summary>Names the queue.</summary>
    public WorkerReportConsumerDefinition() =>
        Endpoint(endpoint =>
        {
            endpoint.Name = "gateway-models";
            endpoint.InstanceId = Guid.NewGuid().ToString("n");
            endpoint.Temporary = true;
        });
}

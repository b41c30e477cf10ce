using KreaPlatform.Contracts.Bus;
using MassTransit;

namespace KreaPlatform.Gateway.Models;

/// <summary>Feeds the registry.</summary>
public sealed class WorkerReportConsumer(ModelRegistry registry) : IConsumer<WorkerReport>
{
    /// <inheritdoc/>
    public Task Consume(ConsumeContext<WorkerReport> context)
    {
        registry.Accept(context.Message);
        return Task.CompletedTask;
    }
}

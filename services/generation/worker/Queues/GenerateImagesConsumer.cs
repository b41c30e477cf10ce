using KreaPlatform.Contracts.Bus;
using KreaPlatform.Generation.Attempts;
using MassTransit;

namespace KreaPlatform.Generation.Queues;

/// <summary>Takes commands from one queue of a model and tier; it waits inside for a slot, so that the arbiter chooses among the queues.</summary>
public sealed class GenerateImagesConsumer(AttemptRunner runner) : IConsumer<GenerateImages>
{
    /// <inheritdoc/>
    public Task Consume(ConsumeContext<GenerateImages> context) => runner.RunAsync(context);
}

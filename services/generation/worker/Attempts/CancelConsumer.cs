using KreaPlatform.Contracts.Bus;
using MassTransit;

namespace KreaPlatform.Generation.Attempts;

/// <summary>Stops the attempts of jobs that ended at the gateway.</summary>
public sealed class CancelConsumer(RunningAttempts running) : IConsumer<CancelGeneration>
{
    /// <inheritdoc/>
    public Task Consume(ConsumeContext<CancelGeneration> context)
    {
        running.Stop(context.Message.JobId, StopReason.Unwanted);
        return Task.CompletedTask;
    }
}

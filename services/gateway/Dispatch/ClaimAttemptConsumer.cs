using KreaPlatform.Contracts.Bus;
using KreaPlatform.Gateway.Jobs;
using MassTransit;
using Microsoft.Extensions.Options;

namespace KreaPlatform.Gateway.Dispatch;

/// <summary>Answers claims and heartbeats: who owns an attempt. Idempotent by nature, so without an inbox.</summary>
public sealed class ClaimAttemptConsumer(JobLifecycle lifecycle, IOptions<JobsOptions> options) : IConsumer<ClaimAttempt>, IConsumer<AttemptHeartbeat>
{
    /// <inheritdoc/>
    public Task Consume(ConsumeContext<ClaimAttempt> context) =>
        AnswerAsync(context, context.Message.JobId, new JobSignal.Claim(context.Message.Attempt, context.Message.Worker));

    /// <inheritdoc/>
    public Task Consume(ConsumeContext<AttemptHeartbeat> context) =>
        AnswerAsync(context, context.Message.JobId, new JobSignal.Heartbeat(context.Message.Attempt, context.Message.Worker));

    private async Task AnswerAsync(ConsumeContext context, string jobId, JobSignal signal)
    {
        var change = await lifecycle.ApplyAsync(jobId, signal, context.CancellationToken);
        await context.RespondAsync(new ClaimAnswer { Granted = change is not null, Lease = options.Value.Lease });
    }
}

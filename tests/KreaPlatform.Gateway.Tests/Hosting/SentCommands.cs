using System.Collections.Concurrent;
using KreaPlatform.Contracts.Bus;
using MassTransit;

namespace KreaPlatform.Gateway.Tests.Hosting;

/// <summary>What reached the workers' queues.</summary>
public sealed class SentCommands
{
    public ConcurrentQueue<GenerateImages> Commands { get; } = new();
    public ConcurrentQueue<string> Cancels { get; } = new();

    public async Task<GenerateImages> UntilAsync(string job, int attempt)
    {
        for (var i = 0; i < 600; i++)
        {
            if (Commands.FirstOrDefault(c => c.JobId == job && c.Attempt == attempt) is { } command) return command;
            await Task.Delay(25);
        }
        throw new TimeoutException($"attempt {attempt} of {job} was not dispatched");
    }
}

internal sealed class CommandProbe(SentCommands sent) : IConsumer<GenerateImages>
{
    public Task Consume(ConsumeContext<GenerateImages> context)
    {
        sent.Commands.Enqueue(context.Message);
        return Task.CompletedTask;
    }
}

internal sealed class CancelProbe(SentCommands sent) : IConsumer<CancelGeneration>
{
    public Task Consume(ConsumeContext<CancelGeneration> context)
    {
        sent.Cancels.Enqueue(context.Message.JobId);
        return Task.CompletedTask;
    }
}

using KreaPlatform.Contracts;
using KreaPlatform.Contracts.Bus;
using KreaPlatform.Contracts.Generation;
using KreaPlatform.Gateway.Administration;
using KreaPlatform.Gateway.Tests.Hosting;
using KreaPlatform.ServiceDefaults.Bus;
using MassTransit;
using Microsoft.Extensions.DependencyInjection;

namespace KreaPlatform.Gateway.Tests.Jobs;

/// <summary>What other services learn of the end of a job.</summary>
public sealed class OutcomeEventTests
{
    [Fact]
    public async Task Every_end_is_told_once_with_what_it_cost()
    {
        var told = new Told();
        await using var gateway = await GatewayUnderTest.StartAsync(settings: ("Prices:Default:PerImageMicros", "1000"), configure: services =>
        {
            services.AddSingleton(told);
            services.ContributeToBus(bus => bus.AddConsumer<Probe>());
        });
        var payer = await gateway.PayerAsync("pro", 10_000);
        var request = GatewayUnderTest.Request() with { User = "ada", N = 2 };

        var completed = await gateway.SubmitAsync(request, payer);
        Assert.True(await gateway.ClaimAsync(completed.Id, 1, "w1"));
        var result = GatewayUnderTest.Completed(completed.Id, 1, "w1");
        var vectors = new ImageVectors { Descriptor = "d", Style = [0.6f, 0.8f], Content = [1f], PerceptualHash = "00ff00ff00ff00ff" };
        await gateway.Bus.Publish(result with { Images = [result.Images[0] with { Vectors = vectors }] });
        var done = await told.OneAsync<GenerationCompleted>(completed.Id);
        Assert.Equal((payer.AccountId, "ada", new Money(1000, "USD"), "a cat"), (done.AccountId, done.User, done.Price, done.Spec.Prompt));
        Assert.Equal([0.6f, 0.8f], Assert.Single(done.Images).Vectors!.Style);

        var cancelled = await gateway.SubmitAsync(request, payer);
        await gateway.Jobs.CancelAsync(payer, cancelled.Id, default);
        Assert.Equal(payer.AccountId, (await told.OneAsync<GenerationCancelled>(cancelled.Id)).AccountId);

        var refused = await gateway.SubmitAsync(request, payer);
        await gateway.CompleteAsync(payer, refused.Id, 0, 2);
        Assert.Equal(FailureCode.OutputRefused, (await told.OneAsync<GenerationRefused>(refused.Id)).Code);

        var failed = await gateway.SubmitAsync(request, payer);
        Assert.True(await gateway.ClaimAsync(failed.Id, 1, "w1"));
        await gateway.Bus.Publish(GatewayUnderTest.Failed(failed.Id, 1, "w1", transient: false));
        Assert.Equal(FailureCode.EngineFailed, (await told.OneAsync<GenerationFailed>(failed.Id)).Code);

        await gateway.Get<MoneyAdministration>().RefundAsync(new AdminAct("test", "req"), completed.Id, 400, "grey", default);
        var refund = await told.OneAsync<GenerationRefunded>(completed.Id);
        Assert.Equal((new Money(1000, "USD"), new Money(400, "USD")), (refund.Charged, refund.Refunded));
        Assert.Equal(5, told.Count);
    }

    private sealed class Told
    {
        private readonly System.Collections.Concurrent.ConcurrentQueue<(string Job, object Message)> _messages = new();

        public int Count => _messages.Count;

        public void Add(string job, object message) => _messages.Enqueue((job, message));

        public async Task<T> OneAsync<T>(string job)
        {
            for (var i = 0; i < 600; i++)
            {
                if (_messages.Where(m => m.Job == job).Select(m => m.Message).OfType<T>().SingleOrDefault() is { } message) return message;
                await Task.Delay(10);
            }
            throw new TimeoutException($"{typeof(T).Name} of {job} was not told");
        }
    }

    private sealed class Probe(Told told)
        : IConsumer<GenerationCompleted>, IConsumer<GenerationFailed>, IConsumer<GenerationRefused>, IConsumer<GenerationCancelled>, IConsumer<GenerationRefunded>
    {
        public Task Consume(ConsumeContext<GenerationCompleted> context) => Add(context.Message.JobId, context.Message);
        public Task Consume(ConsumeContext<GenerationFailed> context) => Add(context.Message.JobId, context.Message);
        public Task Consume(ConsumeContext<GenerationRefused> context) => Add(context.Message.JobId, context.Message);
        public Task Consume(ConsumeContext<GenerationCancelled> context) => Add(context.Message.JobId, context.Message);
        public Task Consume(ConsumeContext<GenerationRefunded> context) => Add(context.Message.JobId, context.Message);

        private Task Add(string job, object message)
        {
            told.Add(job, message);
            return Task.CompletedTask;
        }
    }
}

using System.Collections.Concurrent;
using KreaPlatform.Contracts.Bus;
using KreaPlatform.Contracts.Generation;
using KreaPlatform.ServiceDefaults.Bus;
using KreaPlatform.ServiceDefaults.Caching;
using KreaPlatform.ServiceDefaults.Hosting;
using MassTransit;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace KreaPlatform.Generation.Tests;

/// <summary>The worker in a host of its own on a real bus in memory and a real disk; the tests are its gateway. Redis is away, which must not matter.</summary>
public sealed class WorkerUnderTest : IAsyncDisposable
{
    private readonly WebApplication _app;

    private WorkerUnderTest(WebApplication app, string folder) => (_app, Folder) = (app, folder);

    /// <summary>Holds <c>models</c> and <c>blobs</c>.</summary>
    public string Folder { get; }
    public string Models => Path.Combine(Folder, "models");
    public GatewaySide Gateway => Get<GatewaySide>();
    public IBus Bus => Get<IBus>();

    public static async Task<WorkerUnderTest> StartAsync(Action<string>? bundles = null, Action<IServiceCollection>? configure = null, params (string Key, string Value)[] settings)
    {
        var folder = Directory.CreateTempSubdirectory("krea-worker-").FullName;
        Directory.CreateDirectory(Path.Combine(folder, "models"));
        (bundles ?? (models => TestBundle.Write(models, "flat")))(Path.Combine(folder, "models"));
        var builder = WebApplication.CreateBuilder();
        builder.Configuration.AddInMemoryCollection(new Dictionary<string, string?>
        {
            ["Urls"] = "http://127.0.0.1:0",
            ["Worker:Engine"] = "noop",
            ["Worker:BundlesFolder"] = Path.Combine(folder, "models"),
            ["Worker:VisionFolder"] = RepositoryFiles.Models,
            ["Worker:ScanSeconds"] = "0.1",
            ["Worker:ReportSeconds"] = "0.2",
            ["Storage:Folder"] = Path.Combine(folder, "blobs"),
            ["ConnectionStrings:Redis"] = "127.0.0.1:1,connectTimeout=50,abortConnect=false",
            ["Logging:LogLevel:Default"] = "Critical",
        });
        builder.Configuration.AddInMemoryCollection(settings.Select(s => KeyValuePair.Create(s.Key, (string?)s.Value)));
        builder.AddServiceDefaults();
        builder.AddGenerationWorker();
        builder.AddRedis();
        builder.Services.AddSingleton<GatewaySide>();
        builder.Services.ContributeToBus(bus => bus.AddConsumer<GatewayProbe>());
        configure?.Invoke(builder.Services);
        builder.AddBus();
        var app = builder.Build();
        await app.StartAsync();
        return new WorkerUnderTest(app, folder);
    }

    public T Get<T>() where T : notnull => _app.Services.GetRequiredService<T>();

    public Task StopAsync() => _app.StopAsync();

    public static GenerateImages Command(string job, int attempt = 1, int steps = 3, string model = "flat", string tier = Tiers.Pro, int count = 1) => new()
    {
        JobId = job, Attempt = attempt, Tier = tier, AcceptedAt = DateTimeOffset.UtcNow, Deadline = DateTimeOffset.UtcNow.AddMinutes(5),
        Spec = new GenerationSpec
        {
            Model = model, Prompt = "a cat", Count = count, Width = 64, Height = 64, Seed = 5, Steps = steps, Guidance = 0, Output = new OutputSpec(OutputFormat.Png, 90),
        },
    };

    /// <summary>Sends a command once the worker listens to its queue.</summary>
    public async Task SendAsync(GenerateImages command)
    {
        await UntilAsync(() => Gateway.Reports.LastOrDefault()?.Models.Any(m => m.Id == command.Spec.Model && m.Available) == true);
        var endpoint = await Bus.GetSendEndpoint(new Uri("queue:" + QueueNames.Generate(command.Spec.Model, command.Tier)));
        await endpoint.Send(command);
    }

    public static async Task UntilAsync(Func<bool> condition)
    {
        for (var i = 0; i < 1200; i++)
        {
            if (condition()) return;
            await Task.Delay(20);
        }
        throw new TimeoutException("It did not come to that.");
    }

    public async Task<T> ResultAsync<T>(string job) where T : class
    {
        await UntilAsync(() => Gateway.ResultOf(job) is not null);
        return Assert.IsType<T>(Gateway.ResultOf(job));
    }

    public async ValueTask DisposeAsync()
    {
        await _app.StopAsync();
        await _app.DisposeAsync();
        Directory.Delete(Folder, recursive: true);
    }
}

/// <summary>What the tests' gateway answered and heard.</summary>
public sealed class GatewaySide
{
    public Func<ClaimAttempt, bool> Grant { get; set; } = _ => true;
    public Func<AttemptHeartbeat, bool> Keep { get; set; } = _ => true;
    public TimeSpan Lease { get; set; } = TimeSpan.FromSeconds(10);
    public ConcurrentQueue<ClaimAttempt> Claims { get; } = new();
    public ConcurrentQueue<AttemptHeartbeat> Heartbeats { get; } = new();
    public ConcurrentQueue<object> Results { get; } = new();
    public ConcurrentQueue<WorkerReport> Reports { get; } = new();
    public ConcurrentQueue<ImageDescribed> Descriptions { get; } = new();

    public object? ResultOf(string job) => Results.FirstOrDefault(r => r switch
    {
        AttemptCompleted c => c.JobId == job,
        AttemptFailed f => f.JobId == job,
        _ => false,
    });
}

internal sealed class GatewayProbe(GatewaySide gateway)
    : IConsumer<ClaimAttempt>, IConsumer<AttemptHeartbeat>, IConsumer<AttemptCompleted>, IConsumer<AttemptFailed>, IConsumer<WorkerReport>,
        IConsumer<ImageDescribed>
{
    public Task Consume(ConsumeContext<ClaimAttempt> context)
    {
        gateway.Claims.Enqueue(context.Message);
        return context.RespondAsync(new ClaimAnswer { Granted = gateway.Grant(context.Message), Lease = gateway.Lease });
    }

    public Task Consume(ConsumeContext<AttemptHeartbeat> context)
    {
        gateway.Heartbeats.Enqueue(context.Message);
        return context.RespondAsync(new ClaimAnswer { Granted = gateway.Keep(context.Message), Lease = gateway.Lease });
    }

    public Task Consume(ConsumeContext<AttemptCompleted> context) => Note(gateway.Results, context.Message);
    public Task Consume(ConsumeContext<AttemptFailed> context) => Note(gateway.Results, context.Message);
    public Task Consume(ConsumeContext<WorkerReport> context) => Note(gateway.Reports, context.Message);
    public Task Consume(ConsumeContext<ImageDescribed> context) => Note(gateway.Descriptions, context.Message);

    private static Task Note<T>(ConcurrentQueue<T> queue, T message)
    {
        queue.Enqueue(message);
        return Task.CompletedTask;
    }
}

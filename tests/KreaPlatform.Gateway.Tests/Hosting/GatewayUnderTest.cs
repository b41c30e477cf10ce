using KreaPlatform.Contracts.Bus;
using KreaPlatform.Contracts.Generation;
using KreaPlatform.Gateway.Data;
using KreaPlatform.Gateway.Jobs;
using KreaPlatform.Gateway.Keys;
using KreaPlatform.Gateway.Plans;
using KreaPlatform.ServiceDefaults.Bus;
using KreaPlatform.ServiceDefaults.Caching;
using KreaPlatform.ServiceDefaults.Data;
using KreaPlatform.ServiceDefaults.Hosting;
using MassTransit;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace KreaPlatform.Gateway.Tests.Hosting;

/// <summary>
/// The gateway's core in a host of its own: real database, real bus in memory, no Redis (nothing that must not be lost may need it).
/// The tests are its workers.
/// </summary>
public sealed class GatewayUnderTest : IAsyncDisposable
{
    private readonly WebApplication _app;
    private readonly string? _file;

    private GatewayUnderTest(WebApplication app, string? file) => (_app, _file) = (app, file);

    public static Caller Alice { get; } = new("acc_alice", Plan.Unlimited);
    public static Caller Bob { get; } = new("acc_bob", Plan.Unlimited with { Tier = Tiers.Free });

    public JobService Jobs => Get<JobService>();
    public JobLifecycle Lifecycle => Get<JobLifecycle>();
    public ServiceDatabase<GatewayDb> Database => Get<ServiceDatabase<GatewayDb>>();
    public SentCommands Sent => Get<SentCommands>();
    public IBus Bus => Get<IBus>();

    /// <summary>On SQLite when <paramref name="postgres"/> is null.</summary>
    public static async Task<GatewayUnderTest> StartAsync(string? postgres = null, string? sqliteFile = null, Action<IServiceCollection>? configure = null,
        params (string Key, string Value)[] settings)
    {
        var file = postgres is null ? sqliteFile ?? Path.Combine(Path.GetTempPath(), $"krea-{Guid.NewGuid():n}.db") : null;
        var builder = WebApplication.CreateBuilder();
        builder.Configuration.AddInMemoryCollection(new Dictionary<string, string?>
        {
            ["Urls"] = "http://127.0.0.1:0",
            ["Database:Provider"] = postgres is null ? "sqlite" : "postgres",
            ["Database:ConnectionString"] = postgres ?? $"Data Source={file}",
            ["ConnectionStrings:Redis"] = "127.0.0.1:1,connectTimeout=50,abortConnect=false",
            ["Storage:Folder"] = Path.Combine(Path.GetTempPath(), $"krea-blobs-{Guid.NewGuid():n}"),
            ["Jobs:RetryDelay"] = "00:00:00.05",
            ["Jobs:SweepEvery"] = "00:00:00.05",
            ["Logging:LogLevel:Default"] = "Warning",
            ["Logging:LogLevel:Microsoft"] = "Warning",
            ["Logging:LogLevel:MassTransit"] = "Error",
        });
        builder.Configuration.AddInMemoryCollection(settings.Select(s => KeyValuePair.Create(s.Key, (string?)s.Value)));
        builder.AddServiceDefaults();
        builder.AddGateway();
        builder.AddRedis();
        builder.Services.AddSingleton<SentCommands>();
        builder.Services.ContributeToBus(bus => bus.AddConsumer<CommandProbe>().Endpoint(e => e.Name = QueueNames.Generate("krea-2-nano", Tiers.Pro)));
        builder.Services.ContributeToBus(bus => bus.AddConsumer<CancelProbe>());
        configure?.Invoke(builder.Services);
        builder.AddBus();
        var app = builder.Build();
        await app.StartAsync();
        return new GatewayUnderTest(app, sqliteFile is null ? file : null);
    }

    public T Get<T>() where T : notnull => _app.Services.GetRequiredService<T>();

    public static GenerationRequest Request(int steps = 4, string prompt = "a cat") => new()
    {
        Model = "krea-2-nano", Prompt = prompt, N = 1, Width = 128, Height = 128, Seed = 1, Steps = steps, Guidance = 2.5,
        Output = new OutputSpec(OutputFormat.Png, 90), DeadlineSeconds = 600,
    };

    public async Task<Job> SubmitAsync(GenerationRequest? request = null, Caller? caller = null) =>
        (await Jobs.SubmitAsync(caller ?? Alice, new ResolvedRequest(request ?? Request(), null), null, null, default)).Accepted;

    public async Task<Job> FindAsync(string id, Caller? caller = null) => await Jobs.FindAsync(caller ?? Alice, id, default) ?? throw new InvalidOperationException("no such job");

    public async Task<bool> ClaimAsync(string job, int attempt, string worker) =>
        (await Get<IServiceScopeFactory>().CreateScope().ServiceProvider.GetRequiredService<IBus>().CreateRequestClient<ClaimAttempt>()
            .GetResponse<ClaimAnswer>(new ClaimAttempt { JobId = job, Attempt = attempt, Worker = worker })).Message.Granted;

    public static AttemptCompleted Completed(string job, int attempt, string worker, string blob = "aa") => new()
    {
        JobId = job, Attempt = attempt, Worker = worker, FinishedAt = DateTimeOffset.UtcNow,
        Images = [new StoredImage { Index = 0, Blob = blob, Bytes = 3, Format = OutputFormat.Png, Width = 128, Height = 128, Seed = 1, Prompt = "a cat" }],
        Receipt = new GenerationReceipt
        {
            Model = "krea-2-nano", Bundle = "b", Times = new PhaseMillis { Denoise = 5 },
            Images = [new ImageReceipt { Index = 0, Seed = 1, Steps = 4, PromptTokens = 2, Truncated = false }],
        },
    };

    public static AttemptFailed Failed(string job, int attempt, string worker, bool transient = true) => new()
    {
        JobId = job, Attempt = attempt, Worker = worker, Code = FailureCode.EngineFailed, Message = "it broke", Transient = transient,
    };

    /// <summary>The job's transitions, in order.</summary>
    public Task<List<string>> HistoryAsync(string job) => Database.ReadAsync(async db =>
        (await Microsoft.EntityFrameworkCore.EntityFrameworkQueryableExtensions.ToListAsync(
            db.Transitions.Where(t => t.JobId == job).OrderBy(t => t.Number))).ConvertAll(t => t.Type));

    /// <summary>Waits until the job looks as asked; the test runner's own time limit is the bound.</summary>
    public async Task<Job> UntilAsync(string id, Func<Job, bool> condition, Caller? caller = null)
    {
        for (var i = 0; i < 600; i++)
        {
            if (await FindAsync(id, caller) is { } job && condition(job)) return job;
            await Task.Delay(25);
        }
        throw new TimeoutException($"{id} did not get there: {(await FindAsync(id, caller)).Status}");
    }

    public async ValueTask DisposeAsync()
    {
        await _app.StopAsync();
        await _app.DisposeAsync();
        if (_file is null) return;
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        foreach (var path in new[] { _file, _file + "-wal", _file + "-shm" }) File.Delete(path);
    }
}

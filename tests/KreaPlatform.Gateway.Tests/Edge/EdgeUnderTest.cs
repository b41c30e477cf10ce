using System.Collections.Concurrent;
using System.Net;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using KreaPlatform.Contracts.Bus;
using KreaPlatform.Contracts.Generation;
using KreaPlatform.Gateway.Jobs;
using KreaPlatform.Gateway.Keys;
using KreaPlatform.Gateway.Plans;
using KreaPlatform.Gateway.Models;
using KreaPlatform.ServiceDefaults.Bus;
using KreaPlatform.ServiceDefaults.Caching;
using KreaPlatform.ServiceDefaults.Hosting;
using KreaPlatform.ServiceDefaults.Storage;
using MassTransit;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace KreaPlatform.Gateway.Tests.Edge;

/// <summary>The whole gateway behind real sockets: SQLite, bus in memory, no Redis, no worker. The tests are the worker and the callers.</summary>
public class EdgeUnderTest : IAsyncLifetime
{
    public const string AliceKey = "key-of-alice";
    public const string BobKey = "key-of-bob";
    private readonly string _file = Path.Combine(Path.GetTempPath(), $"krea-edge-{Guid.NewGuid():n}.db");
    private WebApplication _app = null!;

    public static Caller Alice { get; } = new("acc_alice", Plan.Unlimited);
    public static Caller Bob { get; } = new("acc_bob", Plan.Unlimited with { Tier = Tiers.Free });

    public Uri Http { get; private set; } = null!;
    public Uri Grpc { get; private set; } = null!;
    /// <summary>Sends Alice's key with every request.</summary>
    public HttpClient Client { get; private set; } = null!;
    /// <summary>Sends no key.</summary>
    public HttpClient Stranger { get; private set; } = null!;
    /// <summary>Replaces services before the start.</summary>
    public Action<IServiceCollection>? Configure { get; init; }
    public MemoryBlobs Blobs { get; } = new();
    public JobService Jobs => _app.Services.GetRequiredService<JobService>();
    public T Get<T>() where T : notnull => _app.Services.GetRequiredService<T>();

    /// <summary>Configuration besides the usual one.</summary>
    protected virtual IEnumerable<(string Key, string Value)> Settings => [];

    public virtual async ValueTask InitializeAsync()
    {
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions { EnvironmentName = "Production" });
        builder.Configuration.AddInMemoryCollection(new Dictionary<string, string?>
        {
            ["Database:Provider"] = "sqlite",
            ["Database:ConnectionString"] = $"Data Source={_file}",
            ["ConnectionStrings:Redis"] = "127.0.0.1:1,connectTimeout=50,abortConnect=false",
            ["Edge:UrlKeys:0"] = Convert.ToBase64String(new byte[32]),
            ["Edge:HeartbeatEvery"] = "00:00:00.05",
            ["Jobs:SweepEvery"] = "00:00:00.05",
            ["Logging:LogLevel:Default"] = "Critical",
        });
        builder.Configuration.AddInMemoryCollection(Settings.Select(s => KeyValuePair.Create(s.Key, (string?)s.Value)));
        builder.WebHost.ConfigureKestrel(kestrel =>
        {
            kestrel.Listen(IPAddress.Loopback, 0, http => http.Protocols = HttpProtocols.Http1);
            kestrel.Listen(IPAddress.Loopback, 0, grpc => grpc.Protocols = HttpProtocols.Http2);
        });
        builder.AddServiceDefaults();
        builder.AddGateway();
        builder.AddRedis();
        builder.Services.AddSingleton<IBlobStore>(Blobs);
        builder.Services.AddSingleton<IKeyring>(new TwoKeys());
        Configure?.Invoke(builder.Services);
        builder.AddBus();
        _app = builder.Build();
        _app.MapGateway();
        _app.MapGet("/broken", IResult () => throw new InvalidOperationException("secret internals")).ExcludeFromDescription();
        await _app.StartAsync();
        var addresses = _app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.ToArray();
        (Http, Grpc) = (new Uri(addresses[0]), new Uri(addresses[1]));
        Stranger = new HttpClient { BaseAddress = Http };
        Client = ClientOf(AliceKey);
        ReportModels(Models.Nano);
    }

    public HttpClient ClientOf(string key)
    {
        var client = new HttpClient { BaseAddress = Http };
        client.DefaultRequestHeaders.Authorization = new("Bearer", key);
        return client;
    }


    public void ReportModels(params ModelDescription[] models) => Get<ModelRegistry>().Accept(
        new WorkerReport { Worker = "wkr_1", Slots = 1, Models = models, At = DateTimeOffset.UtcNow });

    /// <summary>Posts a body as JSON.</summary>
    public Task<HttpResponseMessage> PostAsync(string json, HttpClient? client = null, string? prefer = null)
    {
        var request = new HttpRequestMessage(HttpMethod.Post, "/v1/generations") { Content = new StringContent(json, Encoding.UTF8, "application/json") };
        if (prefer is not null) request.Headers.Add("Prefer", prefer);
        return (client ?? Client).SendAsync(request);
    }

    /// <summary>Submits a request over HTTP and returns the id of the job.</summary>
    public async Task<string> SubmitAsync(string json = """{"prompt":"a cat"}""", HttpClient? client = null)
    {
        using var response = await PostAsync(json, client);
        Assert.Equal(HttpStatusCode.Accepted, response.StatusCode);
        return (await ReadAsync(response)).GetProperty("id").GetString()!;
    }

    public static async Task<JsonElement> ReadAsync(HttpResponseMessage response)
    {
        var text = await response.Content.ReadAsStringAsync();
        using var document = JsonDocument.Parse(text);
        return document.RootElement.Clone();
    }

    public Task StartJobAsync(string id) => Get<JobLifecycle>().ApplyAsync(id, new JobSignal.Claim(1, "wkr_1"), default);

    /// <summary>Ends a job as a worker would: claims it, stores the images, tells the gateway, waits until the gateway has it.</summary>
    public Task<Job> CompleteAsync(string id, params byte[][] images) => CompletePartlyAsync(id, [], images);

    /// <summary>The same with images that the filter refused.</summary>
    public async Task<Job> CompletePartlyAsync(string id, RefusedImage[] refused, params byte[][] images)
    {
        await StartJobAsync(id);
        if (images.Length == 0) images = [RandomNumberGenerator.GetBytes(1000)];
        var job = (await Jobs.FindAsync(Alice, id, default))!;
        var stored = new List<StoredImage>();
        foreach (var image in images)
        {
            var blob = await Blobs.PutAsync(image);
            stored.Add(new StoredImage
            {
                Index = stored.Count, Blob = blob.Address, Bytes = blob.Bytes, Format = job.Request.Output.Format, Width = job.Request.OutputWidth,
                Height = job.Request.OutputHeight, Seed = job.Request.Seed + stored.Count, Prompt = job.Request.Prompt,
            });
        }
        await Get<IBus>().Publish(new AttemptCompleted
        {
            JobId = id, Attempt = 1, Worker = "wkr_1", FinishedAt = DateTimeOffset.UtcNow, Images = stored, Refused = refused,
            Receipt = new GenerationReceipt
            {
                Model = job.Request.Model, Bundle = "b", Times = new PhaseMillis { Denoise = 5 },
                Images = [.. stored.Select(s => new ImageReceipt { Index = s.Index, Seed = s.Seed, Steps = job.Request.Steps, PromptTokens = 2, Truncated = false })],
            },
        });
        for (var i = 0; i < 600; i++)
        {
            if (await Jobs.FindAsync(Alice, id, default) is { } now && now.Status.HasEnded()) return now;
            await Task.Delay(10);
        }
        throw new TimeoutException();
    }

    public virtual async ValueTask DisposeAsync()
    {
        Client.Dispose();
        Stranger.Dispose();
        await _app.StopAsync();
        await _app.DisposeAsync();
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        foreach (var path in new[] { _file, _file + "-wal", _file + "-shm" }) File.Delete(path);
    }

    private sealed class TwoKeys : IKeyring
    {
        public ValueTask<Caller?> AuthenticateAsync(string key, CancellationToken cancel) => new(key switch { AliceKey => Alice, BobKey => Bob, _ => null });
    }

    public sealed class MemoryBlobs : IBlobStore
    {
        private readonly ConcurrentDictionary<string, byte[]> _blobs = new();

        public Task<BlobInfo> PutAsync(ReadOnlyMemory<byte> content, CancellationToken cancel = default)
        {
            var address = Convert.ToHexStringLower(SHA256.HashData(content.Span));
            _blobs[address] = content.ToArray();
            return Task.FromResult(new BlobInfo(address, content.Length));
        }

        public Task<Stream?> OpenAsync(string address, CancellationToken cancel = default) =>
            Task.FromResult<Stream?>(_blobs.TryGetValue(address, out var bytes) ? new MemoryStream(bytes, writable: false) : null);

        public Task<bool> DeleteAsync(string address, CancellationToken cancel = default) => Task.FromResult(_blobs.TryRemove(address, out _));
    }
}

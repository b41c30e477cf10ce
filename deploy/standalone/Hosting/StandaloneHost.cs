using System.Diagnostics;
using System.Net;
using KreaPlatform.Gateway;
using KreaPlatform.Generation;
using KreaPlatform.ServiceDefaults.Bus;
using KreaPlatform.ServiceDefaults.Caching;
using KreaPlatform.ServiceDefaults.Hosting;
using KreaPlatform.Standalone.CommandLine;
using KreaPlatform.Standalone.Data;
using KreaPlatform.Standalone.Redis;
using KreaPlatform.Vision;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Microsoft.Extensions.Logging.Console;

namespace KreaPlatform.Standalone.Hosting;

/// <summary>Every service of the platform in one process, on embedded parts: SQLite and files in the data folder, an in-memory bus, Garnet as Redis.</summary>
internal sealed class StandaloneHost : IAsyncDisposable
{
    private readonly DataFolder _data;
    private readonly EmbeddedRedis? _redis;
    private readonly WebApplication _app;

    private StandaloneHost(DataFolder data, EmbeddedRedis? redis, WebApplication app, string key)
    {
        _data = data;
        _redis = redis;
        _app = app;
        Key = key;
    }

    /// <summary>The API key that it accepts.</summary>
    public string Key { get; }
    /// <summary>Absolute path of the data folder.</summary>
    public string DataPath => _data.Path;
    /// <summary>Where the HTTP API listens.</summary>
    public Uri Http => Addresses[0];
    /// <summary>Where gRPC listens (HTTP/2 without TLS).</summary>
    public Uri Grpc => Addresses[1];
    /// <summary>Triggered by Ctrl-C, SIGTERM or a host that gives up.</summary>
    public CancellationToken Stopping => _app.Lifetime.ApplicationStopping;

    private List<Uri> Addresses => [.. _app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.Select(a => new Uri(a))];

    /// <summary>Builds the host and starts it; when this returns it accepts requests.</summary>
    /// <exception cref="StandaloneException">A folder, a port or a part is missing or taken.</exception>
    public static async Task<StandaloneHost> StartAsync(StandaloneOptions options, LogLevel logLevel)
    {
        // 1. What only one process may hold, and what takes its time beside the rest.
        var (port, grpcPort) = (options.Port ?? 0, options.GrpcPort ?? (options.Port is > 0 and < 65535 ? options.Port.Value + 1 : 0));
        LoopbackPort.RequireFree(port, "--port");
        LoopbackPort.RequireFree(grpcPort, "--grpc-port");
        var data = DataFolder.Open(options.Data);
        EmbeddedRedis? redis = null;
        WebApplication? app = null;
        try
        {
            var builder = WebApplication.CreateBuilder(new WebApplicationOptions { ContentRootPath = AppContext.BaseDirectory });
            if (builder.Configuration.GetConnectionString("Redis") is null) redis = EmbeddedRedis.Start(data.Path);

            // 2. Configuration: embedded parts unless the operator's files or environment say otherwise; the command line has the last word.
            var key = options.Key ?? builder.Configuration["Keys:Development"] ?? data.Key();
            EmbeddedParts.Configure(builder.Configuration, data, redis, key, logLevel);
            builder.Logging.AddSimpleConsole(console => console.SingleLine = true);
            builder.Services.Configure<ConsoleLoggerOptions>(console => console.LogToStandardErrorThreshold = LogLevel.Trace);
            builder.WebHost.ConfigureKestrel(kestrel =>
            {
                kestrel.Listen(IPAddress.Loopback, port, http => http.Protocols = HttpProtocols.Http1);
                kestrel.Listen(IPAddress.Loopback, grpcPort, grpc => grpc.Protocols = HttpProtocols.Http2);
            });

            // 3. The services, and the wiring that they share.
            builder.AddServiceDefaults();
            builder.AddGateway();
            builder.AddGenerationWorker();
            builder.AddRedis();
            builder.AddBus();
            app = builder.Build();
            app.MapGateway();
            await app.StartAsync();
            return new StandaloneHost(data, redis, app, key);
        }
        catch (Exception e)
        {
            if (app is not null) await app.DisposeAsync();
            redis?.Dispose();
            data.Dispose();
            if (e is OperationCanceledException) throw new StandaloneException("Stopped before it had started.");
            if (e is VisionModelException) throw new StandaloneException(e.Message);
            throw;
        }
    }

    /// <summary>Waits until it can do its work: the worker has told of a model that it serves.</summary>
    /// <returns>Null, or what was still missing after <paramref name="patience"/> or at a stop.</returns>
    public async Task<string?> WaitUntilReadyAsync(TimeSpan patience)
    {
        var health = _app.Services.GetRequiredService<HealthCheckService>();
        var since = Stopwatch.GetTimestamp();
        while (true)
        {
            var report = await health.CheckHealthAsync();
            if (report.Status != HealthStatus.Unhealthy) return null;
            if (Stopwatch.GetElapsedTime(since) > patience || Stopping.IsCancellationRequested)
                return string.Join(' ', report.Entries.Values.Where(e => e.Status == HealthStatus.Unhealthy).Select(e => e.Description ?? e.Exception?.Message));
            await Task.Delay(TimeSpan.FromMilliseconds(20));
        }
    }

    /// <summary>Runs until Ctrl-C or SIGTERM, then drains.</summary>
    public Task WaitForShutdownAsync() => _app.WaitForShutdownAsync();

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await _app.StopAsync();
        await _app.DisposeAsync();
        _redis?.Dispose();
        _data.Dispose();
    }
}

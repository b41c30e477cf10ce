using KreaPlatform.Diffusion;
using KreaPlatform.Generation.Attempts;
using KreaPlatform.Generation.Bundles;
using KreaPlatform.Generation.Describing;
using KreaPlatform.Generation.Engines;
using KreaPlatform.Generation.Expansion;
using KreaPlatform.Generation.Finishing;
using KreaPlatform.Generation.Hosting;
using KreaPlatform.Generation.Live;
using KreaPlatform.Generation.Queues;
using KreaPlatform.Generation.Reporting;
using KreaPlatform.Generation.Slots;
using KreaPlatform.Generation.Sources;
using KreaPlatform.Generation.Vision;
using KreaPlatform.ServiceDefaults.Bus;
using KreaPlatform.ServiceDefaults.Imaging;
using KreaPlatform.ServiceDefaults.Storage;
using KreaPlatform.Vision.Safety;
using MassTransit;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;

namespace KreaPlatform.Generation;

/// <summary>The worker as a part of a host.</summary>
public static class GenerationHosting
{
    /// <summary>Adds the worker: bundles, queues, slots, attempts and reports.</summary>
    public static IHostApplicationBuilder AddGenerationWorker(this IHostApplicationBuilder builder)
    {
        var services = builder.Services;
        services.Configure<WorkerOptions>(builder.Configuration.GetSection(WorkerOptions.Section));
        services.Configure<SafetyOptions>(builder.Configuration.GetSection(SafetyOptions.Section));
        builder.AddBlobStore();
        services.TryAddSingleton(TimeProvider.System);
        services.AddSingleton(provider => WorkerIdentity.New(provider.GetRequiredService<TimeProvider>()));
        services.AddSingleton(provider => CreateEngine(provider.GetRequiredService<IOptions<WorkerOptions>>().Value));
        services.AddSingleton(provider =>
        {
            var options = provider.GetRequiredService<IOptions<WorkerOptions>>().Value;
            return new SlotArbiter(options.EffectiveSlots, TimeSpan.FromMilliseconds(options.TurnGraceMilliseconds), provider.GetRequiredService<TimeProvider>());
        });
        services.AddSingleton<BundleCatalogue>();
        services.AddSingleton<LivePublisher>();
        services.AddSingleton<DrainState>();
        services.AddSingleton<RunningAttempts>();
        services.AddSingleton<LeaseKeeper>();
        services.TryAddSingleton(_ => new SafeImageDecoder());
        services.AddSingleton<SourceLoader>();
        builder.AddPromptExpansion();
        services.AddSingleton<VisionModels>();
        services.AddSingleton<ImageFinisher>();
        services.AddSingleton<ImageMaker>();
        services.AddSingleton<AttemptRunner>();
        services.AddTransient<GenerateImagesConsumer>();
        services.AddHostedService<VisionStart>();
        services.AddHostedService<BundleScanner>();
        services.AddHostedService<ModelQueues>();
        services.AddHostedService<WorkerReporter>();
        services.AddHostedService<CancelListener>();
        services.AddHostedService<Drain>();
        services.ContributeToBus(bus => bus.AddConsumer<CancelConsumer, CancelConsumerDefinition>());
        builder.AddDescribing();
        return builder;
    }

    private static IImageEngine CreateEngine(WorkerOptions options) => options.Engine switch
    {
        "noop" => new NoopEngine(TimeSpan.FromMilliseconds(options.NoopStepMilliseconds)),
        "diffusion" => new DiffusionEngine(EngineOf(options)),
        _ => throw new InvalidOperationException($"Worker:Engine is diffusion or noop, not {options.Engine}."),
    };

    private static EngineOptions EngineOf(WorkerOptions options) => new()
    {
        Threads = options.Threads, Provider = options.Provider, DeviceId = options.DeviceId, MaxBatch = options.MaxBatch,
        MaxBatchTokens = options.MaxBatchTokens, CachedContexts = options.CachedContexts,
    };
}

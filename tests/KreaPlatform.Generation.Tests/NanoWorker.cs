using KreaPlatform.Contracts.Bus;
using KreaPlatform.Contracts.Generation;
using KreaPlatform.Generation.Encoding;
using KreaPlatform.Generation.Tests;
using KreaPlatform.ServiceDefaults.Imaging;
using KreaPlatform.ServiceDefaults.Storage;
using Microsoft.Extensions.DependencyInjection;

[assembly: AssemblyFixture(typeof(NanoWorker))]

namespace KreaPlatform.Generation.Tests;

/// <summary>A worker that serves the shipped model with its safety filter, descriptor and upscaler; one for all tests that change nothing about it.</summary>
public sealed class NanoWorker : IAsyncLifetime
{
    private static int _jobs;

    public const string Model = "krea-2-nano";

    /// <summary>A request that is made in a fifth of a second.</summary>
    public static GenerationSpec Spec { get; } = new()
    {
        Model = Model, Prompt = "a fox", Count = 1, Width = 80, Height = 80, Seed = 5, Steps = 6, Guidance = 2.5, Output = new OutputSpec(OutputFormat.Png, 90),
    };

    public WorkerUnderTest Worker { get; private set; } = null!;

    public async ValueTask InitializeAsync() => Worker = await StartAsync();

    public ValueTask DisposeAsync() => Worker.DisposeAsync();

    /// <summary>A worker of its own, with other settings.</summary>
    public static Task<WorkerUnderTest> StartAsync(params (string Key, string Value)[] settings) => StartAsync(null, settings);

    /// <summary>A worker of its own, with other parts.</summary>
    public static Task<WorkerUnderTest> StartAsync(Action<IServiceCollection>? configure, params (string Key, string Value)[] settings) => WorkerUnderTest.StartAsync(
        models => Directory.CreateSymbolicLink(Path.Combine(models, Model), Path.Combine(RepositoryFiles.Models, Model)),
        configure, [("Worker:Engine", "diffusion"), .. settings]);

    public Task<AttemptCompleted> MakeAsync(GenerationSpec spec) => ResultAsync<AttemptCompleted>(Worker, spec);

    public Task<AttemptFailed> FailAsync(GenerationSpec spec) => ResultAsync<AttemptFailed>(Worker, spec);

    public static async Task<T> ResultAsync<T>(WorkerUnderTest worker, GenerationSpec spec) where T : class
    {
        var job = $"gen_nano_{Interlocked.Increment(ref _jobs)}";
        await worker.SendAsync(WorkerUnderTest.Command(job, model: Model) with { Spec = spec });
        return await worker.ResultAsync<T>(job);
    }

    /// <summary>Stores bytes and gives their address.</summary>
    public async Task<string> StoreAsync(byte[] bytes) => (await Worker.Get<IBlobStore>().PutAsync(bytes)).Address;

    /// <summary>Stores a picture without loss.</summary>
    public Task<string> StoreAsync(PixelPlanes picture) => StoreAsync(ImageEncoder.Encode(picture, new OutputSpec(OutputFormat.Png, 100)));

    /// <summary>The pixels of a stored image.</summary>
    public async Task<RgbImage> PixelsAsync(StoredImage image)
    {
        await using var file = await Worker.Get<IBlobStore>().OpenAsync(image.Blob);
        var bytes = new byte[file!.Length];
        await file.ReadExactlyAsync(bytes);
        return (await new SafeImageDecoder().DecodeAsync(bytes)).Image!.Pixels;
    }
}

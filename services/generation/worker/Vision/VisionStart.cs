using KreaPlatform.Generation.Bundles;
using KreaPlatform.Vision;
using KreaPlatform.Vision.Safety;
using Microsoft.Extensions.Options;

namespace KreaPlatform.Generation.Vision;

/// <summary>
/// Looks at the start whether the models around the engine are there, and loads after the first bundles what every job needs. Without the safety
/// filter nothing is served: the host does not start.
/// </summary>
internal sealed partial class VisionStart(
    VisionModels vision, BundleCatalogue catalogue, IOptions<SafetyOptions> safety, IHostApplicationLifetime host, ILogger<VisionStart> logger)
    : BackgroundService
{
    /// <exception cref="VisionModelException">The safety filter is missing.</exception>
    public override Task StartAsync(CancellationToken cancellationToken)
    {
        if (!safety.Value.Enabled) LogUnjudged();
        else if (vision.JudgesImages && !File.Exists(vision.SafetyFile))
            throw new VisionModelException($"The safety filter {vision.SafetyFile} is missing: set Worker:VisionFolder to the folder that has it, or Safety:Enabled to false.");
        if (!vision.HasDescriptor) LogUndescribed(vision.DescriptorFile);
        if (!File.Exists(vision.UpscalerFile)) LogNotEnlarged(vision.UpscalerFile);
        return base.StartAsync(cancellationToken);
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        try
        {
            var scanned = catalogue.Changed;
            if (!catalogue.HasScanned) await scanned.WaitAsync(stoppingToken);
            await Task.Factory.StartNew(Load, stoppingToken, TaskCreationOptions.LongRunning, TaskScheduler.Default);
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // Stopped before anything was needed.
        }
        catch (VisionModelException e)
        {
            LogUnusable(e);
            host.StopApplication();
        }
    }

    private void Load()
    {
        if (vision.JudgesImages) _ = vision.Safety;
        if (vision.DescribesImages) _ = vision.Descriptor;
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "Generated images are not judged: Safety:Enabled is false")]
    private partial void LogUnjudged();

    [LoggerMessage(Level = LogLevel.Warning, Message = "Images are not described (no vectors, no diversity, no DescribeImage): {File} is missing")]
    private partial void LogUndescribed(string file);

    [LoggerMessage(Level = LogLevel.Warning, Message = "Images can't be enlarged: {File} is missing")]
    private partial void LogNotEnlarged(string file);

    [LoggerMessage(Level = LogLevel.Critical, Message = "A model around the engine can't be used: the worker stops")]
    private partial void LogUnusable(Exception exception);
}

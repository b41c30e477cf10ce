using KreaPlatform.Generation.Hosting;
using KreaPlatform.Generation.Vision;
using KreaPlatform.ServiceDefaults.Bus;
using MassTransit;

namespace KreaPlatform.Generation.Describing;

/// <summary>The description of images as a part of the worker.</summary>
internal static class DescribingHosting
{
    /// <summary>Adds the description of images; a worker without a descriptor leaves the queue to others.</summary>
    public static void AddDescribing(this IHostApplicationBuilder builder)
    {
        builder.Services.AddSingleton<ImageDescriber>();
        builder.Services.AddSingleton<DescriptionCache>();
        builder.Services.AddSingleton<BlobDescriber>();
        var folder = (builder.Configuration.GetSection(WorkerOptions.Section).Get<WorkerOptions>() ?? new()).VisionFolder;
        if (File.Exists(VisionModels.DescriptorIn(folder)))
            builder.Services.ContributeToBus(bus => bus.AddConsumer<DescribeImageConsumer, DescribeImageConsumerDefinition>());
    }
}

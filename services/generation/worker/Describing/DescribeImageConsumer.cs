using KreaPlatform.Contracts.Bus;
using MassTransit;

namespace KreaPlatform.Generation.Describing;

/// <summary>Describes images for whoever asks, and tells everybody.</summary>
public sealed class DescribeImageConsumer(BlobDescriber describer) : IConsumer<DescribeImage>
{
    /// <inheritdoc/>
    public async Task Consume(ConsumeContext<DescribeImage> context) =>
        await context.Publish(await describer.DescribeAsync(context.Message.Blob, context.CancellationToken), context.CancellationToken);
}

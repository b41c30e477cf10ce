using System.Runtime.InteropServices;
using KreaPlatform.Contracts.Bus;
using KreaPlatform.Gateway.Data;
using KreaPlatform.ServiceDefaults.Data;
using KreaPlatform.ServiceDefaults.Inbox;
using MassTransit;
using Microsoft.EntityFrameworkCore;

namespace KreaPlatform.Gateway.Assets;

/// <summary>Takes what workers say about images that are assets here; what they say about others' is not kept.</summary>
public sealed class ImageDescribedConsumer(ServiceDatabase<GatewayDb> database, TimeProvider clock) : IConsumer<ImageDescribed>
{
    private const string Inbox = "gateway-descriptions";

    /// <inheritdoc/>
    public Task Consume(ConsumeContext<ImageDescribed> context)
    {
        var (message, cancel, now) = (context.Message, context.CancellationToken, clock.GetUtcNow());
        return database.HandleOnceAsync(context, Inbox, now, async db =>
        {
            var assets = await db.Assets.Where(a => a.Blob == message.Blob).ToListAsync(cancel);
            if (assets.Count == 0) return;
            // A failure says nothing against a description that is known.
            foreach (var asset in assets)
                if (message.Vectors is not null) asset.Description = DescriptionStatus.Described;
                else if (asset.Description == DescriptionStatus.Pending) asset.Description = DescriptionStatus.Failed;
            if (message.Vectors is not { } vectors) return;

            var (style, content) = (Bytes(vectors.Style), Bytes(vectors.Content));
            if (await db.ImageDescriptions.FindAsync([message.Blob], cancel) is { } known)
                (known.Descriptor, known.Style, known.Content, known.PerceptualHash, known.DescribedAt) = (vectors.Descriptor, style, content, vectors.PerceptualHash, now);
            else
                db.ImageDescriptions.Add(new ImageDescription
                {
                    Blob = message.Blob, Descriptor = vectors.Descriptor, Style = style, Content = content, PerceptualHash = vectors.PerceptualHash, DescribedAt = now,
                });
        });
    }

    private static byte[] Bytes(float[] vector) => MemoryMarshal.AsBytes(vector.AsSpan()).ToArray();
}

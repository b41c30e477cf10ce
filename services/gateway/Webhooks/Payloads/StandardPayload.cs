using System.Text.Json;
using KreaPlatform.Gateway.Data;
using KreaPlatform.Gateway.Rest;
using KreaPlatform.Gateway.Webhooks.Delivery;
using KreaPlatform.ServiceDefaults.Data;
using Microsoft.EntityFrameworkCore;

namespace KreaPlatform.Gateway.Webhooks.Payloads;

/// <summary>The body of Standard Webhooks: <c>{type, timestamp, sequence, data}</c>, where data is the generation as the API shows it.</summary>
public sealed class StandardPayload(ServiceDatabase<GatewayDb> database, GenerationResources resources, PublicUrls urls) : IWebhookPayload
{
    /// <summary>The format's name.</summary>
    public const string Name = "standard";

    /// <summary>Most bytes of a body; a larger one is replaced by a thin one.</summary>
    public const int MostBytes = 20_000;

    /// <inheritdoc/>
    public string Format => Name;

    /// <inheritdoc/>
    public async Task<byte[]> WriteAsync(WebhookDelivery delivery, CancellationToken cancel)
    {
        if (delivery.Data is { } known)
        {
            using var document = JsonDocument.Parse(known);
            return Write(delivery, document.RootElement);
        }
        var job = await database.ReadAsync(
            db => db.Jobs.Include(j => j.Images.OrderBy(i => i.Index)).SingleOrDefaultAsync(j => j.Id == delivery.Subject, cancel), cancel);
        if (job is null) throw new InvalidOperationException($"{delivery.Id} tells of {delivery.Subject}, which does not exist.");
        var url = urls.Standing();
        var full = Write(delivery, await resources.OfAsync(job, url, cancel));
        return full.Length <= MostBytes ? full : Write(delivery, ThinGeneration.Of(job, url));
    }

    private static byte[] Write<T>(WebhookDelivery delivery, T data) => JsonSerializer.SerializeToUtf8Bytes(
        new WebhookMessage<T>(delivery.Type, delivery.OccurredAt, delivery.Sequence, data), PublicJson.Options);
}

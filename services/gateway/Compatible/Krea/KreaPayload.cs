using System.Text.Json;
using KreaPlatform.Gateway.Data;
using KreaPlatform.Gateway.Rest;
using KreaPlatform.Gateway.Webhooks.Delivery;
using KreaPlatform.Gateway.Webhooks.Payloads;
using KreaPlatform.ServiceDefaults.Data;
using Microsoft.EntityFrameworkCore;

namespace KreaPlatform.Gateway.Compatible.Krea;

/// <summary>The body of webhooks of jobs that came by Krea's routes: the job and nothing around it. The signature is in headers, which Krea's receivers ignore.</summary>
internal sealed class KreaPayload(ServiceDatabase<GatewayDb> database, GenerationResources resources, PublicUrls urls) : IWebhookPayload
{
    /// <summary>The format's name.</summary>
    public const string Name = "krea";

    /// <inheritdoc/>
    public string Format => Name;

    /// <inheritdoc/>
    public async Task<byte[]> WriteAsync(WebhookDelivery delivery, CancellationToken cancel)
    {
        var job = await database.ReadAsync(
            db => db.Jobs.Include(j => j.Images.OrderBy(i => i.Index)).SingleOrDefaultAsync(j => j.Id == delivery.Subject, cancel), cancel);
        if (job is null) throw new InvalidOperationException($"{delivery.Id} tells of {delivery.Subject}, which does not exist.");
        var shown = await resources.OfAsync(job, urls.Standing(), cancel);
        var body = KreaJob.Of(job, [.. shown.Images.Select(i => i.Url).OfType<string>()], hasSteps: false) with { Type = null };
        return JsonSerializer.SerializeToUtf8Bytes(body, PublicJson.Options);
    }
}

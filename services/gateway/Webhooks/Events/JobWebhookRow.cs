using KreaPlatform.Gateway.Webhooks.Endpoints;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace KreaPlatform.Gateway.Webhooks.Events;

/// <summary>The table <c>job_webhooks</c>.</summary>
internal sealed class JobWebhookRow : IEntityTypeConfiguration<JobWebhook>
{
    public void Configure(EntityTypeBuilder<JobWebhook> row)
    {
        row.ToTable("job_webhooks");
        row.HasKey(w => w.JobId);
        row.HasOne<WebhookEndpoint>().WithMany().HasForeignKey(w => w.EndpointId).OnDelete(DeleteBehavior.Cascade);
    }
}

using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace KreaPlatform.Gateway.Webhooks.Endpoints;

/// <summary>The table <c>webhook_endpoints</c>.</summary>
internal sealed class WebhookEndpointRow : IEntityTypeConfiguration<WebhookEndpoint>
{
    public void Configure(EntityTypeBuilder<WebhookEndpoint> row)
    {
        row.ToTable("webhook_endpoints");
        row.HasKey(e => e.Id);
        row.Ignore(e => e.Circuit);
        row.Property(e => e.Kind).HasConversion<string>().HasMaxLength(16);
        row.Property(e => e.Version).IsConcurrencyToken();
        row.HasIndex(e => new { e.AccountId, e.Kind });
    }
}

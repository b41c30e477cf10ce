using System.Text.Json;
using KreaPlatform.Gateway.Webhooks.Endpoints;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace KreaPlatform.Gateway.Webhooks.Delivery;

/// <summary>The table <c>webhook_deliveries</c>.</summary>
internal sealed class WebhookDeliveryRow : IEntityTypeConfiguration<WebhookDelivery>
{
    public void Configure(EntityTypeBuilder<WebhookDelivery> row)
    {
        row.ToTable("webhook_deliveries");
        row.HasKey(d => d.Id);
        row.Property(d => d.Status).HasConversion<string>().HasMaxLength(16);
        row.Property(d => d.Attempts).HasConversion(
            attempts => JsonSerializer.Serialize(attempts, JsonSerializerOptions.Web),
            text => JsonSerializer.Deserialize<DeliveryAttempt[]>(text, JsonSerializerOptions.Web)!,
            // The list is replaced, never changed.
            new ValueComparer<IReadOnlyList<DeliveryAttempt>>((a, b) => ReferenceEquals(a, b), a => a.Count, a => a));
        row.HasOne<WebhookEndpoint>().WithMany().HasForeignKey(d => d.EndpointId).OnDelete(DeleteBehavior.Cascade);
        row.HasIndex(d => new { d.EndpointId, d.OccurredAt, d.Id });
        // Only what is pending is due, which is little however long the log is.
        row.HasIndex(d => new { d.DueAt, d.Id }).HasFilter("due_at IS NOT NULL").HasDatabaseName("ix_webhook_deliveries_due");
        row.HasIndex(d => new { d.EndpointId, d.DueAt }).HasFilter("due_at IS NOT NULL").HasDatabaseName("ix_webhook_deliveries_pending");
        row.HasIndex(d => d.OccurredAt);
    }
}

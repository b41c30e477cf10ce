using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace KreaPlatform.Gateway.Billing;

/// <summary>The table <c>top_ups</c>.</summary>
internal sealed class TopUpRow : IEntityTypeConfiguration<TopUp>
{
    public void Configure(EntityTypeBuilder<TopUp> row)
    {
        row.ToTable("top_ups");
        row.HasKey(t => t.Id);
        row.Property(t => t.Status).HasConversion<string>().HasMaxLength(16).IsConcurrencyToken();
        row.Property(t => t.Currency).HasMaxLength(3);
        row.HasIndex(t => t.AccountId);
        // A payment pays for one top-up.
        row.HasIndex(t => new { t.Provider, t.PaymentReference }).IsUnique();
    }
}

using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace KreaPlatform.Gateway.Billing;

/// <summary>The table <c>balance_entries</c>; the migrations forbid changing and deleting its rows in the database itself.</summary>
internal sealed class BalanceEntryRow : IEntityTypeConfiguration<BalanceEntry>
{
    public void Configure(EntityTypeBuilder<BalanceEntry> row)
    {
        row.ToTable("balance_entries");
        row.HasKey(e => e.Id);
        row.Property(e => e.Kind).HasConversion<string>().HasMaxLength(16);
        row.Property(e => e.Currency).HasMaxLength(3);
        row.HasIndex(e => new { e.AccountId, e.Id });
        // Rows without a job or reference don't meet: both databases keep nulls apart in a unique index.
        row.HasIndex(e => new { e.JobId, e.Kind }).IsUnique();
        row.HasIndex(e => e.Reference).IsUnique();
    }
}

using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace KreaPlatform.Gateway.Accounts;

/// <summary>The table <c>accounts</c>.</summary>
internal sealed class AccountRow : IEntityTypeConfiguration<Account>
{
    public void Configure(EntityTypeBuilder<Account> row)
    {
        row.ToTable("accounts");
        row.HasKey(a => a.Id);
        row.Property(a => a.Plan).HasMaxLength(64);
    }
}

using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace KreaPlatform.Gateway.Billing;

/// <summary>The table <c>wallets</c>.</summary>
internal sealed class WalletRow : IEntityTypeConfiguration<Wallet>
{
    public void Configure(EntityTypeBuilder<Wallet> row)
    {
        row.ToTable("wallets");
        row.HasKey(w => w.AccountId);
        row.Ignore(w => w.Balance);
    }
}

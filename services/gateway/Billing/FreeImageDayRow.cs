using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace KreaPlatform.Gateway.Billing;

/// <summary>The table <c>free_image_days</c>.</summary>
internal sealed class FreeImageDayRow : IEntityTypeConfiguration<FreeImageDay>
{
    public void Configure(EntityTypeBuilder<FreeImageDay> row)
    {
        row.ToTable("free_image_days");
        row.HasKey(d => new { d.AccountId, d.Day });
    }
}

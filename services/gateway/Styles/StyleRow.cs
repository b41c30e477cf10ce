using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace KreaPlatform.Gateway.Styles;

/// <summary>The table <c>styles</c>.</summary>
internal sealed class StyleRow : IEntityTypeConfiguration<Style>
{
    public void Configure(EntityTypeBuilder<Style> row)
    {
        row.ToTable("styles");
        row.HasKey(s => s.Id);
        row.Property(s => s.Visibility).HasConversion<string>().HasMaxLength(16);
        row.HasMany(s => s.Images).WithOne().HasForeignKey(i => i.StyleId);
        row.HasIndex(s => new { s.AccountId, s.CreatedAt, s.Id });
        row.HasIndex(s => new { s.Visibility, s.CreatedAt, s.Id });
    }
}

using KreaPlatform.Gateway.Assets;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace KreaPlatform.Gateway.Styles;

/// <summary>The table <c>style_images</c>. Its foreign key is what keeps an asset while a style has it, whoever deletes at the same time.</summary>
internal sealed class StyleImageRow : IEntityTypeConfiguration<StyleImage>
{
    public void Configure(EntityTypeBuilder<StyleImage> row)
    {
        row.ToTable("style_images");
        row.HasKey(i => new { i.StyleId, i.Index });
        row.HasIndex(i => i.AssetId);
        row.HasOne<Asset>().WithMany().HasForeignKey(i => i.AssetId).OnDelete(DeleteBehavior.Restrict);
    }
}

using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace KreaPlatform.Gateway.Assets;

/// <summary>The table <c>image_descriptions</c>.</summary>
internal sealed class ImageDescriptionRow : IEntityTypeConfiguration<ImageDescription>
{
    public void Configure(EntityTypeBuilder<ImageDescription> row)
    {
        row.ToTable("image_descriptions");
        row.HasKey(d => d.Blob);
    }
}

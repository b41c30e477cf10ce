using System.Text.Json;
using KreaPlatform.ServiceDefaults.Imaging.Rights;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace KreaPlatform.Gateway.Assets;

/// <summary>The table <c>assets</c>.</summary>
internal sealed class AssetRow : IEntityTypeConfiguration<Asset>
{
    public void Configure(EntityTypeBuilder<Asset> row)
    {
        row.ToTable("assets");
        row.HasKey(a => a.Id);
        row.Property(a => a.Description).HasConversion<string>().HasMaxLength(16);
        row.Property(a => a.Hints).HasConversion(
            hints => JsonSerializer.Serialize(hints, JsonSerializerOptions.Web), text => JsonSerializer.Deserialize<RightsHints>(text, JsonSerializerOptions.Web)!);
        row.HasIndex(a => new { a.AccountId, a.Source }).IsUnique();
        row.HasIndex(a => new { a.AccountId, a.CreatedAt, a.Id });
        row.HasIndex(a => a.Blob);
        row.HasIndex(a => new { a.Description, a.DescriptionAskedAt });
    }
}

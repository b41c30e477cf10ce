using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace KreaPlatform.Gateway.Keys;

/// <summary>The table <c>api_keys</c>.</summary>
internal sealed class ApiKeyRow : IEntityTypeConfiguration<ApiKey>
{
    public void Configure(EntityTypeBuilder<ApiKey> row)
    {
        row.ToTable("api_keys");
        row.HasKey(k => k.Id);
        row.Property(k => k.Digest).HasMaxLength(32);
        row.HasIndex(k => k.Digest).IsUnique();
        row.HasIndex(k => new { k.AccountId, k.CreatedAt });
        row.HasIndex(k => k.MemberId);
    }
}

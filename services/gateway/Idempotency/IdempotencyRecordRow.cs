using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace KreaPlatform.Gateway.Idempotency;

/// <summary>The table <c>idempotency_keys</c>.</summary>
internal sealed class IdempotencyRecordRow : IEntityTypeConfiguration<IdempotencyRecord>
{
    public void Configure(EntityTypeBuilder<IdempotencyRecord> row)
    {
        row.ToTable("idempotency_keys");
        row.HasKey(r => new { r.AccountId, r.Key });
        row.Property(r => r.Key).HasMaxLength(IdempotencyKey.Longest);
        row.Property(r => r.Token).IsConcurrencyToken();
        row.HasIndex(r => r.ExpiresAt);
    }
}

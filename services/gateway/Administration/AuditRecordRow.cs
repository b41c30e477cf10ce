using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace KreaPlatform.Gateway.Administration;

/// <summary>The table <c>audit_records</c>; the migrations forbid changing and deleting its rows in the database itself.</summary>
internal sealed class AuditRecordRow : IEntityTypeConfiguration<AuditRecord>
{
    public void Configure(EntityTypeBuilder<AuditRecord> row)
    {
        row.ToTable("audit_records");
        row.HasKey(r => r.Id);
        row.HasIndex(r => new { r.AccountId, r.Id });
    }
}

using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace KreaPlatform.Gateway.Accounts;

/// <summary>The table <c>members</c>.</summary>
internal sealed class MemberRow : IEntityTypeConfiguration<Member>
{
    public void Configure(EntityTypeBuilder<Member> row)
    {
        row.ToTable("members");
        row.HasKey(m => m.Id);
        row.Property(m => m.Role).HasConversion<string>().HasMaxLength(16);
        row.HasIndex(m => m.Email).IsUnique();
        row.HasIndex(m => m.AccountId);
    }
}

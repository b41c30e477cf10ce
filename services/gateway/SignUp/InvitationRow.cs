using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace KreaPlatform.Gateway.SignUp;

/// <summary>The table <c>invitations</c>.</summary>
internal sealed class InvitationRow : IEntityTypeConfiguration<Invitation>
{
    public void Configure(EntityTypeBuilder<Invitation> row)
    {
        row.ToTable("invitations");
        row.HasKey(i => i.Digest);
        row.Property(i => i.Digest).HasMaxLength(32);
        row.Property(i => i.Role).HasConversion<string>().HasMaxLength(16);
        row.Property(i => i.UsedAt).IsConcurrencyToken();
        row.HasIndex(i => new { i.Email, i.CreatedAt });
        row.HasIndex(i => new { i.Network, i.CreatedAt });
        row.HasIndex(i => i.ExpiresAt);
    }
}

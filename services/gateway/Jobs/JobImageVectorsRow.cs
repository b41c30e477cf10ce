using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace KreaPlatform.Gateway.Jobs;

/// <summary>The table <c>image_vectors</c>.</summary>
internal sealed class JobImageVectorsRow : IEntityTypeConfiguration<JobImageVectors>
{
    public void Configure(EntityTypeBuilder<JobImageVectors> row)
    {
        row.ToTable("image_vectors");
        row.HasKey(v => new { v.JobId, v.Index });
    }
}

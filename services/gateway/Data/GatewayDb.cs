using System.Text.Json;
using KreaPlatform.Contracts.Generation;
using KreaPlatform.Gateway.Assets;
using KreaPlatform.Gateway.Jobs;
using KreaPlatform.Gateway.Styles;
using KreaPlatform.ServiceDefaults.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;

namespace KreaPlatform.Gateway.Data;

/// <summary>The gateway's own tables.</summary>
public abstract class GatewayDb(DbContextOptions options) : ServiceDb(options)
{
    /// <summary>Jobs.</summary>
    public DbSet<Job> Jobs => Set<Job>();
    /// <summary>Images of completed jobs.</summary>
    public DbSet<JobImage> Images => Set<JobImage>();
    /// <summary>What the images look like.</summary>
    public DbSet<JobImageVectors> Vectors => Set<JobImageVectors>();
    /// <summary>Transitions of jobs.</summary>
    public DbSet<Transition> Transitions => Set<Transition>();
    /// <summary>Images that accounts keep.</summary>
    public DbSet<Asset> Assets => Set<Asset>();
    /// <summary>What stored images look like and show.</summary>
    public DbSet<ImageDescription> ImageDescriptions => Set<ImageDescription>();
    /// <summary>Named styles.</summary>
    public DbSet<Style> Styles => Set<Style>();
    /// <summary>Images of named styles.</summary>
    public DbSet<StyleImage> StyleImages => Set<StyleImage>();
    /// <summary>Bytes waiting to be removed.</summary>
    public DbSet<UnusedBlob> UnusedBlobs => Set<UnusedBlob>();

    /// <inheritdoc/>
    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        base.OnModelCreating(modelBuilder);
        // Every concern configures its own rows.
        modelBuilder.ApplyConfigurationsFromAssembly(typeof(GatewayDb).Assembly);
        modelBuilder.Entity<Job>(row =>
        {
            row.ToTable("jobs");
            row.HasKey(j => j.Id);
            row.Ignore(j => j.State);
            row.Property(j => j.Status).HasConversion<string>().HasMaxLength(16);
            row.Property(j => j.Version).IsConcurrencyToken();
            row.Property(j => j.Request).HasConversion(r => ToJson(r), text => FromJson<GenerationRequest>(text), ByReference<GenerationRequest>());
            row.Property(j => j.Sources).HasConversion(s => ToJson(s!), text => FromJson<JobSources>(text), ByReference<JobSources>());
            row.Property(j => j.Parent).HasConversion(p => ToJson(p!), text => FromJson<JobParent>(text), ByReference<JobParent>());
            row.Property(j => j.Receipt).HasConversion(r => ToJson(r!), text => FromJson<GenerationReceipt>(text), ByReference<GenerationReceipt>());
            row.HasMany(j => j.Images).WithOne().HasForeignKey(i => i.JobId);
            row.HasIndex(j => new { j.AccountId, j.CreatedAt, j.Id });
            // The sweeps look at open jobs only, which are few however many have ended.
            row.HasIndex(j => new { j.Status, j.Model, j.Tier, j.CreatedAt }).HasDatabaseName("ix_jobs_queue");
            row.HasIndex(j => new { j.Status, j.EndedAt }).HasDatabaseName("ix_jobs_ended");
            // An account's open jobs are counted whenever one is accepted or ends.
            row.HasIndex(j => new { j.AccountId, j.Status }).HasDatabaseName("ix_jobs_account_status");
        });
        modelBuilder.Entity<JobImage>(row =>
        {
            row.ToTable("images");
            row.HasKey(i => new { i.JobId, i.Index });
            row.Property(i => i.Status).HasConversion<string>().HasMaxLength(16);
            row.HasIndex(i => i.Blob);
        });
        modelBuilder.Entity<Transition>(row =>
        {
            row.ToTable("transitions");
            row.HasKey(t => new { t.JobId, t.Number });
        });
        modelBuilder.Entity<UnusedBlob>(row =>
        {
            row.ToTable("unused_blobs");
            row.HasKey(b => b.Address);
        });
    }

    private static string ToJson<T>(T value) => JsonSerializer.Serialize(value, JsonSerializerOptions.Web);

    private static T FromJson<T>(string text) => JsonSerializer.Deserialize<T>(text, JsonSerializerOptions.Web)!;

    // The records never change in place.
    private static ValueComparer<T> ByReference<T>() where T : class => new((a, b) => ReferenceEquals(a, b), v => v.GetHashCode(), v => v);
}

using KreaPlatform.ServiceDefaults.Inbox;
using KreaPlatform.ServiceDefaults.Outbox;
using Microsoft.EntityFrameworkCore;

namespace KreaPlatform.ServiceDefaults.Data;

/// <summary>What every service's database has: an outbox, an inbox, times as microseconds and the database clock.</summary>
public abstract class ServiceDb(DbContextOptions options) : DbContext(options)
{
    private readonly List<Action> _afterCommit = [];

    /// <summary>Messages that are committed and not yet sent.</summary>
    public DbSet<OutboxMessage> Outbox => Set<OutboxMessage>();

    /// <summary>Messages that were handled.</summary>
    public DbSet<InboxMessage> Inbox => Set<InboxMessage>();

    /// <summary>Has something done once the transaction has committed, and not at all when it does not; it must not fail.</summary>
    public void AfterCommit(Action action) => _afterCommit.Add(action);

    /// <summary>Takes what is to be done after the commit; contexts are pooled, so nothing may stay.</summary>
    internal Action[] TakeAfterCommit()
    {
        Action[] taken = [.. _afterCommit];
        _afterCommit.Clear();
        return taken;
    }

    /// <inheritdoc/>
    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder) =>
        configurationBuilder.Properties<DateTimeOffset>().HaveConversion<UtcMicros>();

    /// <inheritdoc/>
    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        modelBuilder.MapNowMicros();
        modelBuilder.Entity<OutboxMessage>(row =>
        {
            row.ToTable("outbox");
            row.HasKey(m => m.Sequence);
            row.Property(m => m.Sequence).ValueGeneratedOnAdd();
        });
        modelBuilder.Entity<InboxMessage>(row =>
        {
            row.ToTable("inbox");
            row.HasKey(m => new { m.Consumer, m.MessageId });
            row.HasIndex(m => m.HandledAt);
        });
    }
}

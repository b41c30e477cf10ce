using KreaPlatform.ServiceDefaults.Data;
using MassTransit;
using Microsoft.EntityFrameworkCore;

namespace KreaPlatform.ServiceDefaults.Inbox;

/// <summary>Makes a consumer's effects happen once however often its message is delivered.</summary>
public static class InboxHandling
{
    /// <summary>
    /// Runs <paramref name="effects"/> and remembers the message in one transaction; does nothing when it was remembered before.
    /// Two deliveries at once collide on the inbox key, and the loser finds it handled when it tries again.
    /// </summary>
    public static Task<bool> HandleOnceAsync<TDb>(this ServiceDatabase<TDb> database, ConsumeContext context, string consumer, DateTimeOffset now,
        Func<TDb, Task> effects) where TDb : ServiceDb
    {
        var id = context.MessageId ?? throw new InvalidOperationException("A message without an id can't be handled once.");
        return database.WriteAsync(async db =>
        {
            if (await db.Inbox.AnyAsync(m => m.Consumer == consumer && m.MessageId == id, context.CancellationToken)) return false;
            db.Inbox.Add(new InboxMessage { Consumer = consumer, MessageId = id, HandledAt = now });
            await effects(db);
            return true;
        }, context.CancellationToken);
    }
}

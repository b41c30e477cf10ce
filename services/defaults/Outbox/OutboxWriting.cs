using System.Text.Json;
using KreaPlatform.ServiceDefaults.Data;

namespace KreaPlatform.ServiceDefaults.Outbox;

/// <summary>Puts messages beside the change they tell of; they are sent after the transaction commits, at least once.</summary>
public static class OutboxWriting
{
    /// <summary>Event: published to everybody who subscribes.</summary>
    public static void Publish<T>(this ServiceDb db, T message, DateTimeOffset now) where T : class => Add(db, message, null, now);

    /// <summary>Command: sent to one queue.</summary>
    public static void Send<T>(this ServiceDb db, string queue, T message, DateTimeOffset now) where T : class => Add(db, message, queue, now);

    private static void Add<T>(ServiceDb db, T message, string? queue, DateTimeOffset now) where T : class
    {
        if (MessageTypes.Find(typeof(T).Name) != typeof(T)) throw new ArgumentException($"{typeof(T)} is not a bus contract.", nameof(message));
        db.Outbox.Add(new OutboxMessage
        {
            MessageId = Guid.CreateVersion7(now), Type = typeof(T).Name, Body = JsonSerializer.Serialize(message, JsonSerializerOptions.Web),
            Queue = queue, CreatedAt = now,
        });
    }
}

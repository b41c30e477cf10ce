namespace KreaPlatform.ServiceDefaults.Outbox;

/// <summary>A message that was committed together with the change it tells of, until the bus has confirmed it.</summary>
public sealed class OutboxMessage
{
    /// <summary>Order of commit, as far as the database gives one.</summary>
    public long Sequence { get; init; }
    /// <summary>The bus message's id, by which receivers know a second delivery.</summary>
    public required Guid MessageId { get; init; }
    /// <summary>Name of the contract type (<see cref="MessageTypes"/>).</summary>
    public required string Type { get; init; }
    /// <summary>The message as JSON.</summary>
    public required string Body { get; init; }
    /// <summary>Queue that the command goes to; null for an event, which is published.</summary>
    public string? Queue { get; init; }
    /// <summary>When it was written.</summary>
    public required DateTimeOffset CreatedAt { get; init; }
}

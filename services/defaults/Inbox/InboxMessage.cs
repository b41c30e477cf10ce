namespace KreaPlatform.ServiceDefaults.Inbox;

/// <summary>Remembers that a consumer handled a message, in the transaction of its effects.</summary>
public sealed class InboxMessage
{
    /// <summary>Who handled it.</summary>
    public required string Consumer { get; init; }
    /// <summary>The bus message's id.</summary>
    public required Guid MessageId { get; init; }
    /// <summary>When.</summary>
    public required DateTimeOffset HandledAt { get; init; }
}

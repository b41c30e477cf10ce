namespace KreaPlatform.Gateway.Accounts;

/// <summary>Whoever owns and pays: a row.</summary>
public sealed class Account
{
    /// <summary>Public id, <c>acc_…</c>.</summary>
    public required string Id { get; init; }
    /// <summary>What it calls itself.</summary>
    public required string Name { get; set; }
    /// <summary>Name of its plan.</summary>
    public required string Plan { get; set; }
    /// <summary>When it was made.</summary>
    public required DateTimeOffset CreatedAt { get; init; }
    /// <summary>Since when it may do nothing; null when it may.</summary>
    public DateTimeOffset? SuspendedAt { get; set; }
    /// <summary>Why.</summary>
    public string? SuspendedFor { get; set; }
}

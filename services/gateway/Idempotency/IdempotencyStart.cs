namespace KreaPlatform.Gateway.Idempotency;

/// <summary>What is to be done with a request that has a key.</summary>
public abstract record IdempotencyStart
{
    private IdempotencyStart() { }

    /// <summary>It is the first, or the first that is left alive: run it.</summary>
    public sealed record Run(IdempotencyClaim Claim) : IdempotencyStart;
    /// <summary>It was answered before.</summary>
    public sealed record Replay(StoredAnswer Answer) : IdempotencyStart;
    /// <summary>The key belongs to another request.</summary>
    public sealed record Mismatch : IdempotencyStart;
    /// <summary>The first is still being worked on.</summary>
    public sealed record InFlight : IdempotencyStart;
}

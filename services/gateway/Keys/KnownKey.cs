namespace KreaPlatform.Gateway.Keys;

/// <summary>What a look at the database told of a key.</summary>
/// <param name="Caller">Whose it is; null when it is not known, revoked, or its member has gone.</param>
/// <param name="ExpiresAt">When it stops being in force; null for never.</param>
public sealed record KnownKey(Caller? Caller, DateTimeOffset? ExpiresAt)
{
    /// <summary>A key that lets nobody in.</summary>
    public static KnownKey Nobody { get; } = new(null, null);

    /// <summary>The caller, while the key is in force.</summary>
    public Caller? At(DateTimeOffset now) => ExpiresAt is { } end && end <= now ? null : Caller;
}

namespace KreaPlatform.Gateway.Keys;

/// <summary>What became of an attempt to make a key.</summary>
/// <param name="Key">The key; null when there is none.</param>
/// <param name="Refusal">Why there is none.</param>
public sealed record KeyOutcome(NewKey? Key, KeyRefusal? Refusal)
{
    /// <summary>Made.</summary>
    public static implicit operator KeyOutcome(NewKey key) => new(key, null);

    /// <summary>Not made.</summary>
    public static implicit operator KeyOutcome(KeyRefusal refusal) => new(null, refusal);
}

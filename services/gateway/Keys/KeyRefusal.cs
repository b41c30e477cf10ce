namespace KreaPlatform.Gateway.Keys;

/// <summary>Why nothing was done to a key.</summary>
public enum KeyRefusal
{
    /// <summary>The account has no such key.</summary>
    NotFound,
    /// <summary>It may do more than the key that asks.</summary>
    TooStrong,
    /// <summary>It is revoked or has expired.</summary>
    NotInForce,
    /// <summary>The account has as many keys in force as there may be.</summary>
    TooMany,
}

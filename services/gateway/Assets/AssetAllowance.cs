namespace KreaPlatform.Gateway.Assets;

/// <summary>How much an account may keep.</summary>
public sealed record AssetAllowance
{
    /// <summary>Assets.</summary>
    public int Count { get; init; }
    /// <summary>Bytes of all of them together.</summary>
    public long Bytes { get; init; }
}

namespace KreaPlatform.Gateway.Images;

/// <summary>What a link turned out to be.</summary>
public enum LinkVerdict
{
    /// <summary>Ours and alive.</summary>
    Valid,
    /// <summary>Ours, and its time is over.</summary>
    Expired,
    /// <summary>Not ours, or changed.</summary>
    Forged,
}

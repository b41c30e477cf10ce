namespace KreaPlatform.Gateway.Assets;

/// <summary>Whether an asset's look and content are known as vectors.</summary>
public enum DescriptionStatus
{
    /// <summary>A worker was asked.</summary>
    Pending,
    /// <summary>They are known.</summary>
    Described,
    /// <summary>No worker could tell them.</summary>
    Failed,
}

namespace KreaPlatform.Gateway.Assets;

/// <summary>What became of a wish to delete an asset.</summary>
public enum AssetDeletionOutcome
{
    /// <summary>It is gone.</summary>
    Deleted,
    /// <summary>The account has no such asset.</summary>
    NotFound,
    /// <summary>A style uses it.</summary>
    InUse,
}

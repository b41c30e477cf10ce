namespace KreaPlatform.Gateway.Assets;

/// <summary>What became of a wish to delete an asset.</summary>
/// <param name="Outcome">What became of it.</param>
/// <param name="Styles">The account's styles that use the asset, when they are the reason.</param>
public sealed record AssetDeletion(AssetDeletionOutcome Outcome, IReadOnlyList<string> Styles)
{
    /// <summary>It is gone.</summary>
    public static AssetDeletion Deleted { get; } = new(AssetDeletionOutcome.Deleted, []);

    /// <summary>The account has no such asset.</summary>
    public static AssetDeletion NotFound { get; } = new(AssetDeletionOutcome.NotFound, []);

    /// <summary>Styles use it.</summary>
    public static AssetDeletion InUse(IReadOnlyList<string> styles) => new(AssetDeletionOutcome.InUse, styles);
}

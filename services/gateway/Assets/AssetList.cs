namespace KreaPlatform.Gateway.Assets;

/// <summary>A page of assets, newest first.</summary>
/// <param name="Items">The assets.</param>
/// <param name="NextCursor">What to give as <c>cursor</c> for the next page; null on the last.</param>
public sealed record AssetList(IReadOnlyList<AssetResource> Items, string? NextCursor);

namespace KreaPlatform.Gateway.Assets;

/// <summary>A page of an account's assets, newest first.</summary>
/// <param name="Items">The assets.</param>
/// <param name="NextCursor">Where the next page starts; null on the last.</param>
public sealed record AssetPage(IReadOnlyList<Asset> Items, string? NextCursor);

namespace KreaPlatform.Gateway.Styles;

/// <summary>An image of a style, as its owner sees it.</summary>
/// <param name="Asset">The asset that it is.</param>
/// <param name="Weight">Its share of the style; shares need not sum to 1.</param>
/// <param name="Url">Where its bytes are, as for an asset.</param>
/// <param name="UrlExpiresAt">Until when the URL lives.</param>
public sealed record StyleImageResource(string Asset, double Weight, string Url, DateTimeOffset UrlExpiresAt);

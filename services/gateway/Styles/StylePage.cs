namespace KreaPlatform.Gateway.Styles;

/// <summary>A page of styles, newest first.</summary>
/// <param name="Items">The styles, with their images.</param>
/// <param name="NextCursor">Where the next page starts; null on the last.</param>
public sealed record StylePage(IReadOnlyList<Style> Items, string? NextCursor);

namespace KreaPlatform.Gateway.Styles;

/// <summary>A page of styles, newest first.</summary>
/// <param name="Items">The styles.</param>
/// <param name="NextCursor">What to give as <c>cursor</c> for the next page; null on the last.</param>
public sealed record StyleList(IReadOnlyList<StyleResource> Items, string? NextCursor);

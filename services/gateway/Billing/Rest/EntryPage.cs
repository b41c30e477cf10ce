namespace KreaPlatform.Gateway.Billing.Rest;

/// <summary>A page of entries, newest first.</summary>
/// <param name="Items">The entries.</param>
/// <param name="NextCursor">What to give as <c>cursor</c> for the next page; null on the last.</param>
public sealed record EntryPage(IReadOnlyList<EntryResource> Items, string? NextCursor);

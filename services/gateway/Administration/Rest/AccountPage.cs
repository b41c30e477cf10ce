namespace KreaPlatform.Gateway.Administration.Rest;

/// <summary>A page of accounts, newest first.</summary>
/// <param name="Items">The accounts.</param>
/// <param name="NextCursor">What to give as <c>cursor</c> for the next page; null on the last.</param>
public sealed record AccountPage(IReadOnlyList<AccountSummary> Items, string? NextCursor);

namespace KreaPlatform.Gateway.Administration.Rest;

/// <summary>A page of the audit log, newest first.</summary>
/// <param name="Items">The records.</param>
/// <param name="NextCursor">What to give as <c>cursor</c> for the next page; null on the last.</param>
public sealed record AuditPage(IReadOnlyList<AuditResource> Items, string? NextCursor);

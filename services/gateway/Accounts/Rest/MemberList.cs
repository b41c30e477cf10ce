namespace KreaPlatform.Gateway.Accounts.Rest;

/// <summary>Members, in the order of joining.</summary>
/// <param name="Items">The members.</param>
public sealed record MemberList(IReadOnlyList<MemberResource> Items);

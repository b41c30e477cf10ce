namespace KreaPlatform.Gateway.Accounts.Rest;

/// <summary>A member as the public API shows it.</summary>
/// <param name="Id">Id, <c>mem_…</c>.</param>
/// <param name="Email">Address.</param>
/// <param name="Role">Role.</param>
/// <param name="CreatedAt">When the person joined.</param>
public sealed record MemberResource(string Id, string Email, string Role, DateTimeOffset CreatedAt)
{
    /// <summary>Always <c>member</c>.</summary>
    public string Object { get; } = "member";

    /// <summary>The resource of a row.</summary>
    public static MemberResource Of(Member member) => new(member.Id, member.Email, Roles.NameOf(member.Role), member.CreatedAt);
}

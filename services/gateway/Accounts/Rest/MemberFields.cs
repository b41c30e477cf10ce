using KreaPlatform.Gateway.Problems;
using KreaPlatform.Gateway.Requests;
using static KreaPlatform.Gateway.Requests.JsonValues;

namespace KreaPlatform.Gateway.Accounts.Rest;

/// <summary>The fields of the bodies under <c>/v1/account/members</c>, and their rules.</summary>
public static class MemberFields
{
    /// <summary>Fields of an invitation.</summary>
    public static FieldTable<MemberBody> Invitation { get; } = new(
        Text<MemberBody>("email", (b, v) => b.Email = v, "address", "mail"),
        Text<MemberBody>("role", (b, v) => b.Role = v));

    /// <summary>Fields of a change.</summary>
    public static FieldTable<MemberBody> Change { get; } = new(Text<MemberBody>("role", (b, v) => b.Role = v));

    /// <summary>The role that a body names.</summary>
    public static Role Role(MemberBody body, ErrorList errors)
    {
        if (body.Role is not null && Roles.TryParse(body.Role, out var role)) return role;
        errors.Add("/role", body.Role is null ? FieldErrorCode.Required : FieldErrorCode.UnknownValue, $"must be one of {string.Join(", ", Roles.Names)}");
        return default;
    }
}

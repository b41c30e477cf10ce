using KreaPlatform.Gateway.Requests;
using static KreaPlatform.Gateway.Requests.JsonValues;

namespace KreaPlatform.Gateway.SignUp;

/// <summary>The fields of the bodies under <c>/v1/accounts</c>.</summary>
public static class SignUpFields
{
    /// <summary>Fields of a sign-up.</summary>
    public static FieldTable<SignUpBody> SignUp { get; } = new(Text<SignUpBody>("email", (b, v) => b.Email = v, "address", "mail", "user"));

    /// <summary>Fields of following a link.</summary>
    public static FieldTable<SignUpBody> Follow { get; } = new(Text<SignUpBody>("token", (b, v) => b.Token = v, "code"));
}

using System.Net.Mail;
using KreaPlatform.Gateway.Problems;
using KreaPlatform.Gateway.Requests;

namespace KreaPlatform.Gateway.SignUp;

/// <summary>Judges addresses. Pure.</summary>
public static class EmailRules
{
    /// <summary>Longest address, in characters (RFC 5321).</summary>
    public const int Longest = 254;

    /// <summary>The address in lower case; of no use when it added an error.</summary>
    public static string Judge(string? email, string pointer, ErrorList errors)
    {
        if (string.IsNullOrWhiteSpace(email)) errors.Add(pointer, FieldErrorCode.Required, "is required");
        else if (email.Length > Longest) errors.Add(pointer, FieldErrorCode.TooLong, $"must have at most {Longest} characters");
        else if (!IsPlain(email)) errors.Add(pointer, FieldErrorCode.Malformed, "must be a plain e-mail address, such as ada@example.com");
        return email?.ToLowerInvariant() ?? "";
    }

    // One address without a name, comment or quotes, so that nothing but an address ever reaches a header of a mail.
    private static bool IsPlain(string email) =>
        !email.Any(c => c <= ' ' || c > '~' || "\"(),:;<>[\\]".Contains(c))
        && MailAddress.TryCreate(email, out var address) && address.Address == email && address.Host.Contains('.');
}

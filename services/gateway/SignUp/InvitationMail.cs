using KreaPlatform.Gateway.Mail;

namespace KreaPlatform.Gateway.SignUp;

/// <summary>The words of the mail with a link.</summary>
public static class InvitationMail
{
    /// <summary>The mail.</summary>
    /// <param name="to">The address.</param>
    /// <param name="link">The link.</param>
    /// <param name="lifetime">How long it works.</param>
    /// <param name="joins">Whether somebody invited the address to their account.</param>
    public static OutgoingMail Of(string to, string link, TimeSpan lifetime, bool joins) => new(to, joins ? "You are invited" : "Your API key",
        $"""
        Hello,

        {(joins ? "you were invited to an account for image generation. To join it and see your API key," : "to see your API key for image generation,")} open this link:

        {link}

        It works once, within {lifetime.TotalHours:0} hours. If you did not expect this mail, ignore it: nothing happens then.
        """);
}

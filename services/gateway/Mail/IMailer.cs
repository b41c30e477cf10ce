using MimeKit;

namespace KreaPlatform.Gateway.Mail;

/// <summary>Brings mail on its way.</summary>
public interface IMailer
{
    /// <summary>Hands a message over; throws when it could not.</summary>
    Task SendAsync(MimeMessage message, CancellationToken cancel);
}

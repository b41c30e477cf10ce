using MailKit.Net.Smtp;
using MimeKit;

namespace KreaPlatform.Gateway.Mail;

/// <summary>Hands mail to a server.</summary>
internal sealed class SmtpMailer(MailOptions options) : IMailer
{
    public async Task SendAsync(MimeMessage message, CancellationToken cancel)
    {
        using var client = new SmtpClient { Timeout = 30_000 };
        await client.ConnectAsync(options.Host!, options.Port, options.Security, cancel);
        if (options.User is { Length: > 0 } user) await client.AuthenticateAsync(user, options.Password ?? "", cancel);
        await client.SendAsync(message, cancel);
        await client.DisconnectAsync(quit: true, cancel);
    }
}

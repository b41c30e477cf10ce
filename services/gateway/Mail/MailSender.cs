using Microsoft.Extensions.Options;
using MimeKit;
using MimeKit.Text;

namespace KreaPlatform.Gateway.Mail;

/// <summary>Sends what waits, one after another, and tries a mail again when the server is away for a moment.</summary>
internal sealed partial class MailSender(MailQueue queue, IMailer mailer, TimeProvider clock, IOptions<MailOptions> options, ILogger<MailSender> logger) : BackgroundService
{
    private static readonly TimeSpan[] Waits = [TimeSpan.FromSeconds(2), TimeSpan.FromSeconds(20), TimeSpan.FromMinutes(2)];

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await foreach (var mail in queue.Waiting.ReadAllAsync(stoppingToken)) await SendAsync(mail, stoppingToken);
    }

    private async Task SendAsync(OutgoingMail mail, CancellationToken cancel)
    {
        for (var attempt = 0; ; attempt++)
        {
            try
            {
                using var message = new MimeMessage
                {
                    From = { MailboxAddress.Parse(options.Value.From) }, To = { new MailboxAddress(null, mail.To) }, Subject = mail.Subject, Date = clock.GetUtcNow(),
                    Body = new TextPart(TextFormat.Plain) { Text = mail.Text },
                };
                await mailer.SendAsync(message, cancel);
                return;
            }
            catch (Exception e) when (!cancel.IsCancellationRequested)
            {
                // The address stays out of the log: it is personal, and the mail holds a secret.
                LogNotSent(e, mail.Subject, attempt + 1);
                if (attempt == Waits.Length) return;
                await Task.Delay(Waits[attempt], clock, cancel);
            }
        }
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "The mail '{Subject}' was not sent at attempt {Attempt}")]
    private partial void LogNotSent(Exception exception, string subject, int attempt);
}

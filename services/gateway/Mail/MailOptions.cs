using MailKit.Security;
using Microsoft.Extensions.Options;

namespace KreaPlatform.Gateway.Mail;

/// <summary>Configuration section <c>Mail</c>: a server, or a folder; with neither no mail is sent.</summary>
public sealed class MailOptions
{
    /// <summary>Name of the configuration section.</summary>
    public const string Section = "Mail";

    /// <summary>Who mails.</summary>
    public string From { get; set; } = "KreaPlatform <no-reply@localhost>";
    /// <summary>Folder that gets every mail as an <c>.eml</c> file, when there is no server.</summary>
    public string? Folder { get; set; }
    /// <summary>Mail server.</summary>
    public string? Host { get; set; }
    /// <summary>Its port.</summary>
    public int Port { get; set; } = 587;
    /// <summary>How the connection is secured; <c>Auto</c> asks for TLS wherever the server has it.</summary>
    public SecureSocketOptions Security { get; set; } = SecureSocketOptions.StartTls;
    /// <summary>User; null sends without signing in.</summary>
    public string? User { get; set; }
    /// <summary>The user's password.</summary>
    public string? Password { get; set; }

    /// <summary>Whether mail can be sent.</summary>
    public bool Open => Host is { Length: > 0 } || Folder is { Length: > 0 };

    internal static IMailer Mailer(IServiceProvider services)
    {
        var options = services.GetRequiredService<IOptions<MailOptions>>().Value;
        return options.Host is { Length: > 0 } ? new SmtpMailer(options) : new FolderMailer(options.Folder ?? "");
    }
}

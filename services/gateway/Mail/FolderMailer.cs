using MimeKit;

namespace KreaPlatform.Gateway.Mail;

/// <summary>Puts mail into a folder, where any mail program opens it.</summary>
internal sealed class FolderMailer(string folder) : IMailer
{
    public async Task SendAsync(MimeMessage message, CancellationToken cancel)
    {
        Directory.CreateDirectory(folder);
        var name = $"{Guid.CreateVersion7(message.Date):n}.eml";
        // Whoever watches the folder never sees half a mail.
        var part = Path.Combine(folder, name + ".part");
        await message.WriteToAsync(part, cancel);
        File.Move(part, Path.Combine(folder, name));
    }
}

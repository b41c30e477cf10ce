using System.Threading.Channels;
using Microsoft.Extensions.Options;

namespace KreaPlatform.Gateway.Mail;

/// <summary>Mail that waits to be sent, in memory: links are asked for again when a crash loses theirs. Bounded; what does not fit is dropped.</summary>
public sealed class MailQueue(IOptions<MailOptions> options)
{
    private readonly Channel<OutgoingMail> _mail = Channel.CreateBounded<OutgoingMail>(new BoundedChannelOptions(1000) { FullMode = BoundedChannelFullMode.DropWrite });

    /// <summary>Whether mail can be sent.</summary>
    public bool Open => options.Value.Open;

    /// <summary>What waits.</summary>
    public ChannelReader<OutgoingMail> Waiting => _mail.Reader;

    /// <summary>Adds a mail.</summary>
    public void Add(OutgoingMail mail) => _mail.Writer.TryWrite(mail);
}

using KreaPlatform.Gateway.Images;
using KreaPlatform.Gateway.Rest;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Extensions.Options;

namespace KreaPlatform.Gateway.Assets;

/// <summary>Knows our own links when callers give them as images, so that they are looked up and never fetched.</summary>
public sealed class OwnUrls(SignedLinks links, IOptions<EdgeOptions> options)
{
    /// <summary>
    /// What a URL of ours leads to; null for anybody else's. A link is ours when its signature is, whichever name our hosts are reached by, alive or
    /// expired; or when it names our public host. Whether the caller may have what it leads to is not said here.
    /// </summary>
    public OwnUrl? Find(string text)
    {
        if (!Uri.TryCreate(text, UriKind.Absolute, out var url) || OwnUrl.Read(url) is not { } own) return null;
        if (options.Value.PublicUrl is { } home && url.Host == home.Host && url.Port == home.Port) return own;
        var query = QueryHelpers.ParseQuery(url.Query);
        return links.Judge(url.AbsolutePath, query["expires"], query["signature"], out _) == LinkVerdict.Forged ? null : own;
    }
}

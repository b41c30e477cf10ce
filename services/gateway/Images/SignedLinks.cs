using System.Globalization;
using KreaPlatform.Gateway.Rest;
using Microsoft.Extensions.Options;

namespace KreaPlatform.Gateway.Images;

/// <summary>Makes and judges links that need no key: a path, a time of expiry and a signature over both.</summary>
public sealed class SignedLinks(ISigningKeys keys, TimeProvider clock, IOptions<EdgeOptions> options)
{
    private const long Hour = 3600;

    /// <summary>A link that lives at least <see cref="EdgeOptions.UrlLifetime"/>. Expiry falls on full hours, so that the link stays the same, and cached, for a while.</summary>
    public ImageLink Create(string path)
    {
        var least = (clock.GetUtcNow() + options.Value.UrlLifetime).ToUnixTimeSeconds();
        var expires = (least + Hour - 1) / Hour * Hour;
        return new ImageLink($"{path}?expires={expires}&signature={LinkSignature.Sign(keys.Keys[0], path, expires)}", DateTimeOffset.FromUnixTimeSeconds(expires));
    }

    /// <summary>Judges the parts of a link; <paramref name="left"/> is how long it still lives.</summary>
    public LinkVerdict Judge(string path, string? expires, string? signature, out TimeSpan left)
    {
        left = TimeSpan.Zero;
        if (signature is null || !long.TryParse(expires, NumberStyles.None, CultureInfo.InvariantCulture, out var at)
            || at > DateTimeOffset.MaxValue.ToUnixTimeSeconds() || at.ToString(CultureInfo.InvariantCulture) != expires)
            return LinkVerdict.Forged;
        if (!LinkSignature.Verify(keys.Keys, path, at, signature)) return LinkVerdict.Forged;
        left = DateTimeOffset.FromUnixTimeSeconds(at) - clock.GetUtcNow();
        return left > TimeSpan.Zero ? LinkVerdict.Valid : LinkVerdict.Expired;
    }
}

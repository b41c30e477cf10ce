using System.Web;
using KreaPlatform.Gateway.Images;
using KreaPlatform.Gateway.Rest;
using Microsoft.Extensions.Options;

namespace KreaPlatform.Gateway.Tests.Edge;

public sealed class ImageLinksTests
{
    private const string Job = "gen_06f0p8x6d5t7v3m1c2k9qaz4we";
    private static readonly DateTimeOffset Now = new(2026, 1, 31, 12, 34, 56, TimeSpan.Zero);

    [Fact]
    public void A_link_lives_as_long_as_promised_and_not_longer_than_an_hour_more()
    {
        var link = Links(Now).Create(Job, 3);
        Assert.InRange(link.ExpiresAt - Now, TimeSpan.FromHours(24), TimeSpan.FromHours(25));
        Assert.Equal(LinkVerdict.Valid, Judge(link, Now));
        Assert.Equal(LinkVerdict.Valid, Judge(link, link.ExpiresAt.AddSeconds(-1)));
        Assert.Equal(LinkVerdict.Expired, Judge(link, link.ExpiresAt));
    }

    [Fact]
    public void A_link_stays_the_same_for_a_while_so_that_it_can_be_cached() =>
        Assert.Equal(Links(Now).Create(Job, 0), Links(Now.AddMinutes(20)).Create(Job, 0));

    [Fact]
    public void No_part_of_a_link_can_be_changed()
    {
        var link = Links(Now).Create(Job, 3);
        var (expires, signature) = Parts(link);
        var links = Links(Now);
        Assert.Equal(LinkVerdict.Forged, links.Judge(Job, 2, expires, signature, out _));
        Assert.Equal(LinkVerdict.Forged, links.Judge(Job.Replace('f', 'g'), 3, expires, signature, out _));
        Assert.Equal(LinkVerdict.Forged, links.Judge(Job, 3, (long.Parse(expires) + 1).ToString(), signature, out _));
        Assert.Equal(LinkVerdict.Forged, links.Judge(Job, 3, "0" + expires, signature, out _));
        Assert.Equal(LinkVerdict.Forged, links.Judge(Job, 3, "9999999999999999", signature, out _));
        Assert.Equal(LinkVerdict.Forged, links.Judge(Job, 3, "x", signature, out _));
        Assert.Equal(LinkVerdict.Forged, links.Judge(Job, 3, null, signature, out _));
        Assert.Equal(LinkVerdict.Forged, links.Judge(Job, 3, expires, null, out _));
        Assert.Equal(LinkVerdict.Forged, links.Judge(Job, 3, expires, "", out _));
        for (var i = 0; i < signature.Length; i++)
        {
            var changed = signature[..i] + (signature[i] == 'A' ? 'B' : 'A') + signature[(i + 1)..];
            Assert.Equal(LinkVerdict.Forged, links.Judge(Job, 3, expires, changed, out _));
            Assert.Equal(LinkVerdict.Forged, links.Judge(Job, 3, expires, signature[..i], out _));
        }
    }

    [Fact]
    public void A_retired_key_still_verifies_and_no_longer_signs()
    {
        var old = Links(Now, 1).Create(Job, 0);
        var (expires, signature) = Parts(old);
        Assert.Equal(LinkVerdict.Valid, Links(Now, 2, 1).Judge(Job, 0, expires, signature, out _));
        Assert.NotEqual(old, Links(Now, 2, 1).Create(Job, 0));
        Assert.Equal(LinkVerdict.Forged, Links(Now, 2).Judge(Job, 0, expires, signature, out _));
    }

    private static LinkVerdict Judge(ImageLink link, DateTimeOffset at)
    {
        var (expires, signature) = Parts(link);
        return Links(at).Judge(Job, 3, expires, signature, out _);
    }

    private static (string Expires, string Signature) Parts(ImageLink link)
    {
        var query = HttpUtility.ParseQueryString(link.PathAndQuery.Split('?')[1]);
        return (query["expires"]!, query["signature"]!);
    }

    private static ImageLinks Links(DateTimeOffset now, params byte[] keys) =>
        new(new SignedLinks(new Keys([.. (keys.Length == 0 ? [1] : keys).Select(k => Enumerable.Repeat(k, 32).ToArray())]), new Clock(now), Options.Create(new EdgeOptions())));

    private sealed record Keys(IReadOnlyList<byte[]> Secrets) : ISigningKeys
    {
        IReadOnlyList<byte[]> ISigningKeys.Keys => Secrets;
    }

    private sealed class Clock(DateTimeOffset now) : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => now;
    }
}

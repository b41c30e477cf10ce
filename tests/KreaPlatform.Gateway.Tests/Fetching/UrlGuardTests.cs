using System.Net;
using KreaPlatform.ServiceDefaults.Fetching;
using Microsoft.Extensions.Options;

namespace KreaPlatform.Gateway.Tests.Fetching;

public sealed class UrlGuardTests
{
    [Theory]
    [InlineData("https://example.com/a.png", null)]
    [InlineData("https://example.com:8443/a.png?x=1#f", null)]
    [InlineData("https://EXAMPLE.com./a.png", null)]
    [InlineData("https://93.184.216.34/", null)]
    [InlineData("https://[2606:4700::1111]/", null)]
    [InlineData("http://example.com/a.png", UrlRefusal.Scheme)]
    [InlineData("ftp://example.com/a.png", UrlRefusal.Scheme)]
    [InlineData("file:///etc/passwd", UrlRefusal.Malformed)]
    [InlineData("gopher://example.com/", UrlRefusal.Scheme)]
    [InlineData("/etc/passwd", UrlRefusal.Malformed)]
    [InlineData("example.com/a.png", UrlRefusal.Malformed)]
    [InlineData("https://", UrlRefusal.Malformed)]
    [InlineData("https:\\\\example.com", UrlRefusal.Malformed)]
    [InlineData("https://example.com\\@127.0.0.1/", UrlRefusal.Malformed)]
    [InlineData("https://1.1.1.1 &@2.2.2.2# @3.3.3.3/", UrlRefusal.Malformed)]
    [InlineData("https://example.com/\r\nHost: x", UrlRefusal.Malformed)]
    [InlineData("https://example.com@127.0.0.1/", UrlRefusal.Credentials)]
    [InlineData("https://user:pass@example.com/", UrlRefusal.Credentials)]
    [InlineData("https://:@example.com/", UrlRefusal.Credentials)]
    [InlineData("https://example.com:22/", UrlRefusal.Port)]
    [InlineData("https://example.com:6379/", UrlRefusal.Port)]
    [InlineData("https://example.com:80/", UrlRefusal.Port)]
    [InlineData("https://127.0.0.1/", UrlRefusal.Address)]
    [InlineData("https://127.1/", UrlRefusal.Address)]
    [InlineData("https://2130706433/", UrlRefusal.Address)]
    [InlineData("https://0x7f.0.0.1/", UrlRefusal.Address)]
    [InlineData("https://0177.0.0.1/", UrlRefusal.Address)]
    [InlineData("https://127.0.0.1./", UrlRefusal.Address)]
    [InlineData("https://\u2460\u2461\u2466.0.0.1/", UrlRefusal.Address)]
    [InlineData("https://0.0.0.0/", UrlRefusal.Address)]
    [InlineData("https://10.1.2.3/", UrlRefusal.Address)]
    [InlineData("https://172.16.0.1/", UrlRefusal.Address)]
    [InlineData("https://192.168.1.1/", UrlRefusal.Address)]
    [InlineData("https://100.64.0.1/", UrlRefusal.Address)]
    [InlineData("https://169.254.169.254/latest/meta-data/", UrlRefusal.Address)]
    [InlineData("https://168.63.129.16/", UrlRefusal.Address)]
    [InlineData("https://192.0.0.192/", UrlRefusal.Address)]
    [InlineData("https://224.0.0.1/", UrlRefusal.Address)]
    [InlineData("https://255.255.255.255/", UrlRefusal.Address)]
    [InlineData("https://[::1]/", UrlRefusal.Address)]
    [InlineData("https://[::]/", UrlRefusal.Address)]
    [InlineData("https://[::127.0.0.1]/", UrlRefusal.Address)]
    [InlineData("https://[::ffff:10.0.0.1]/", UrlRefusal.Address)]
    [InlineData("https://[::ffff:a9fe:a9fe]/", UrlRefusal.Address)]
    [InlineData("https://[64:ff9b::7f00:1]/", UrlRefusal.Address)]
    [InlineData("https://[2002:7f00:1::]/", UrlRefusal.Address)]
    [InlineData("https://[fe80::1%25eth0]/", UrlRefusal.Address)]
    [InlineData("https://[fd00:ec2::254]/", UrlRefusal.Address)]
    [InlineData("https://localhost/", UrlRefusal.Address)]
    [InlineData("https://metadata.test/", UrlRefusal.Address)]
    [InlineData("https://mixed.test/", UrlRefusal.Address)]
    [InlineData("https://unknown.test/", UrlRefusal.UnknownHost)]
    public async Task Only_public_hosts_over_https_may_be_called(string text, UrlRefusal? expected)
    {
        var guard = new UrlGuard(new Names(), Options.Create(new FetchingOptions()));
        var verdict = guard.Read(text, out var url);
        if (verdict.IsAllowed) verdict = await guard.CheckAsync(url!);
        Assert.Equal(expected, verdict.Refusal);
        Assert.Equal(expected is null, verdict.Message is null);
    }

    [Fact]
    public async Task A_trusted_host_is_trusted_on_its_port_only()
    {
        var guard = new UrlGuard(new Names(), Options.Create(new FetchingOptions { AllowedHosts = ["127.0.0.1:5001"] }));
        Assert.True((await guard.CheckAsync(new Uri("http://127.0.0.1:5001/x"))).IsAllowed);
        Assert.Equal(UrlRefusal.Scheme, (await guard.CheckAsync(new Uri("http://127.0.0.1:5002/x"))).Refusal);
        Assert.Equal(UrlRefusal.Scheme, (await guard.CheckAsync(new Uri("ftp://127.0.0.1:5001/x"))).Refusal);
        Assert.Equal(UrlRefusal.Credentials, (await guard.CheckAsync(new Uri("http://a@127.0.0.1:5001/x"))).Refusal);
    }

    private sealed class Names : IHostResolver
    {
        public Task<IReadOnlyList<IPAddress>> ResolveAsync(string host, CancellationToken cancel) => Task.FromResult<IReadOnlyList<IPAddress>>(host.TrimEnd('.') switch
        {
            "example.com" => [IPAddress.Parse("93.184.216.34"), IPAddress.Parse("2606:2800:220:1::1")],
            "localhost" => [IPAddress.Loopback, IPAddress.IPv6Loopback],
            "metadata.test" => [IPAddress.Parse("169.254.169.254")],
            "mixed.test" => [IPAddress.Parse("93.184.216.34"), IPAddress.Parse("10.0.0.1")],
            var literal => IPAddress.TryParse(literal, out var address) ? [address] : [],
        });
    }
}

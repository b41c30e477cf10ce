using System.Security.Cryptography;
using FsCheck.Xunit;
using KreaPlatform.Gateway.Webhooks;
using KreaPlatform.Gateway.Webhooks.Signing;
using Microsoft.Extensions.Options;

namespace KreaPlatform.Gateway.Tests.Webhooks;

public sealed class SignatureTests
{
    [Fact]
    public void The_specification_s_example_has_its_signature()
    {
        Assert.True(WebhookSecret.TryRead("whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw", out var key));
        Assert.Equal("v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=",
            WebhookSignature.Sign(key, "msg_p5jXN8AQM9LWM0D4loKWxJek", 1614265330, "{\"test\": 2432232314}"u8));
    }

    [Fact]
    public void Every_key_signs_and_the_newest_stands_first()
    {
        byte[] one = new byte[24], other = [.. Enumerable.Repeat((byte)7, 24)];
        var header = WebhookSignature.Header([one, other], "msg_1", 5, "{}"u8.ToArray());
        Assert.Equal([WebhookSignature.Sign(one, "msg_1", 5, "{}"u8), WebhookSignature.Sign(other, "msg_1", 5, "{}"u8)], header.Split(' '));
    }

    [Theory]
    [InlineData(23, false)]
    [InlineData(24, true)]
    [InlineData(64, true)]
    [InlineData(65, false)]
    public void A_secret_has_24_to_64_bytes(int bytes, bool valid) =>
        Assert.Equal(valid, WebhookSecret.TryRead(WebhookSecret.Prefix + Convert.ToBase64String(new byte[bytes]), out _));

    [Property]
    public void Any_text_is_a_secret_or_not_and_never_an_exception(string text)
    {
        if (text is null) return;
        WebhookSecret.TryRead(text, out _);
        WebhookSecret.TryRead(WebhookSecret.Prefix + text, out _);
    }

    [Fact]
    public void New_secrets_are_valid_and_differ()
    {
        Assert.True(WebhookSecret.TryRead(WebhookSecret.New(), out var key));
        Assert.Equal(32, key.Length);
        Assert.NotEqual(WebhookSecret.New(), WebhookSecret.New());
    }

    [Fact]
    public void Sealed_secrets_open_with_an_old_key_and_with_no_other()
    {
        string old = Convert.ToBase64String(RandomNumberGenerator.GetBytes(32)), current = Convert.ToBase64String(RandomNumberGenerator.GetBytes(32));
        var secret = WebhookSecret.New();
        var stored = Seal(old).Seal(secret);
        Assert.DoesNotContain(secret[6..], stored);
        Assert.NotEqual(stored, Seal(old).Seal(secret));
        Assert.Equal(secret, Seal(current, old).Open(stored));
        Assert.Equal(secret, Seal(current).Open(secret));
        Assert.Throws<CryptographicException>(() => Seal(current).Open(stored));
        Assert.Throws<InvalidOperationException>(() => Seal(Convert.ToBase64String(new byte[16])));
    }

    private static SecretSeal Seal(params string[] keys) => new(Options.Create(new WebhooksOptions { SecretKeys = keys }));
}

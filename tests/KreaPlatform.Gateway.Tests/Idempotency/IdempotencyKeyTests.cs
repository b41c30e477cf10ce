using FsCheck.Xunit;
using KreaPlatform.Gateway.Idempotency;

namespace KreaPlatform.Gateway.Tests.Idempotency;

public sealed class IdempotencyKeyTests
{
    [Theory]
    [InlineData("8e03978e-40d5-43dd-bc93-6894a57f9324", "8e03978e-40d5-43dd-bc93-6894a57f9324")]
    [InlineData("\"8e03978e\"", "8e03978e")]
    [InlineData("  \"a b\"  ", "a b")]
    [InlineData("\"say \\\"hi\\\" \\\\\"", "say \"hi\" \\")]
    public void A_key_is_the_same_quoted_or_bare(string header, string key)
    {
        Assert.True(IdempotencyKey.TryRead(header, out var read, out _));
        Assert.Equal(key, read);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("\"\"")]
    [InlineData("\"open")]
    [InlineData("\"a\" b")]
    [InlineData("\"a\\n\"")]
    [InlineData("gr\u00fcn")]
    [InlineData("a\tb")]
    public void What_is_no_key_is_refused_with_a_reason(string? header)
    {
        Assert.False(IdempotencyKey.TryRead(header, out _, out var error));
        Assert.NotEmpty(error);
    }

    [Fact]
    public void A_key_has_at_most_255_characters()
    {
        Assert.True(IdempotencyKey.TryRead(new string('k', 255), out _, out _));
        Assert.False(IdempotencyKey.TryRead(new string('k', 256), out _, out _));
    }

    [Property(MaxTest = 2000)]
    public bool Nothing_breaks_it(string header) => IdempotencyKey.TryRead(header, out var key, out var error) ? key.Length > 0 : error.Length > 0;
}

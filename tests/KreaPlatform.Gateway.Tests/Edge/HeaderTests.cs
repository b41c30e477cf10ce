using KreaPlatform.Gateway.Rest;

namespace KreaPlatform.Gateway.Tests.Edge;

public sealed class HeaderTests
{
    [Theory]
    [InlineData("wait=10", 10)]
    [InlineData("respond-async, wait=10", 10)]
    [InlineData("Wait = \"10\"; x=y", 10)]
    [InlineData("wait=0", 0)]
    [InlineData("wait=121", 120)]
    [InlineData("wait=99999999999999999999", 120)]
    [InlineData("wait=abc", null)]
    [InlineData("wait=-1", null)]
    [InlineData("wait=1.5", null)]
    [InlineData("wait", null)]
    [InlineData("return=minimal", null)]
    [InlineData("", null)]
    public void A_wait_is_a_preference_and_never_an_error(string prefer, int? seconds) =>
        Assert.Equal(seconds is null ? null : TimeSpan.FromSeconds(seconds.Value), WaitPreference.Read(prefer));

    [Theory]
    [InlineData("Bearer abc", "abc")]
    [InlineData("bearer  abc ", "abc")]
    [InlineData("Bearer ", null)]
    [InlineData("Bearer", null)]
    [InlineData("Basic abc", null)]
    [InlineData("abc", null)]
    [InlineData(null, null)]
    public void A_key_comes_as_a_bearer(string? header, string? expected)
    {
        Assert.Equal(expected is not null, BearerKey.TryRead(header, out var key));
        Assert.Equal(expected, key);
    }

    [Theory]
    [InlineData("2026-01-31T12:00:00Z", "2026-01-31T12:00:00.000Z")]
    [InlineData("2026-01-31T12:00:00.1234567Z", "2026-01-31T12:00:00.123Z")]
    [InlineData("2026-01-31T12:00:00+02:00", "2026-01-31T10:00:00.000Z")]
    [InlineData("2026-01-31T12:00:00 02:00", "2026-01-31T10:00:00.000Z")]
    [InlineData("2026-01-31T12:00:00", null)]
    [InlineData("2026-01-31", null)]
    [InlineData("2026-02-30T12:00:00Z", null)]
    [InlineData("yesterday", null)]
    [InlineData("Z", null)]
    public void Times_have_an_offset(string text, string? expected)
    {
        Assert.Equal(expected is not null, Rfc3339.TryParse(text, out var time));
        if (expected is not null) Assert.Equal(expected, Rfc3339.Format(time));
    }
}

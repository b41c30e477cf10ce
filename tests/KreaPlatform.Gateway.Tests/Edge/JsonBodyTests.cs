using System.Text;
using KreaPlatform.Gateway.Requests;

namespace KreaPlatform.Gateway.Tests.Edge;

public sealed class JsonBodyTests
{
    [Theory]
    [InlineData("", "empty")]
    [InlineData("{", "line 1, byte 2")]
    [InlineData("{\n  \"prompt\": \"a\",\n}", "line 3, byte 1")]
    [InlineData("{\"guidance\": NaN}", "line 1, byte 14")]
    [InlineData("{\"n\": 01}", "line 1")]
    [InlineData("{} {}", "line 1, byte 4")]
    [InlineData("{'prompt':'a'}", "line 1, byte 2")]
    [InlineData("{\"prompt\":\"a\nb\"}", "line 1")]
    [InlineData("// hello\n{}", "line 1, byte 1")]
    public void A_syntax_error_is_located(string body, string expected)
    {
        var (document, error) = JsonBody.Parse(Encoding.UTF8.GetBytes(body));
        Assert.Null(document);
        Assert.Contains(expected, error);
        Assert.DoesNotContain("reader options", error);
    }

    [Fact]
    public void Bytes_that_are_not_UTF8_are_located()
    {
        var (document, error) = JsonBody.Parse((byte[])[.. "{\"prompt\":\"ab"u8, 0xC3, 0x28, .. "\"}"u8]);
        Assert.Null(document);
        Assert.Contains("byte 13 ", error);
    }

    [Fact]
    public void A_surrogate_in_raw_bytes_is_not_UTF8() => Assert.NotNull(JsonBody.Parse((byte[])[.. "\""u8, 0xED, 0xA0, 0x80, .. "\""u8]).Error);

    [Fact]
    public void Deep_nesting_is_refused()
    {
        var (document, error) = JsonBody.Parse(Encoding.ASCII.GetBytes(new string('[', 100_000)));
        Assert.Null(document);
        Assert.Contains("not valid JSON", error);
        Assert.NotNull(JsonBody.Parse(Encoding.ASCII.GetBytes("{\"a\":" + new string('[', 40) + new string(']', 40) + "}")).Error);
    }

    [Fact]
    public void A_byte_order_mark_is_ignored() => Assert.Null(JsonBody.Parse((byte[])[0xEF, 0xBB, 0xBF, .. "{}"u8]).Error);
}

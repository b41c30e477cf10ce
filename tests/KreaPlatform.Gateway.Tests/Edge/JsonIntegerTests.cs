using System.Globalization;
using System.Numerics;
using System.Text;
using FsCheck.Xunit;
using KreaPlatform.Gateway.Requests;

namespace KreaPlatform.Gateway.Tests.Edge;

public sealed class JsonIntegerTests
{
    [Theory]
    [InlineData("7", 7)]
    [InlineData("-7", -7)]
    [InlineData("7.0", 7)]
    [InlineData("7.000e0", 7)]
    [InlineData("0.7e1", 7)]
    [InlineData("1e3", 1000)]
    [InlineData("1E+3", 1000)]
    [InlineData("1200e-2", 12)]
    [InlineData("-0", 0)]
    [InlineData("0.000", 0)]
    [InlineData("0e999999999999", 0)]
    [InlineData("9007199254740991", 9007199254740991)]
    [InlineData("9007199254740993", 9007199254740993)]
    [InlineData("1e400", long.MaxValue)]
    [InlineData("-1e99999999999999999999", long.MinValue)]
    [InlineData("123456789012345678901234567890", long.MaxValue)]
    public void Integers_are_read_by_value_and_exactly(string json, long expected)
    {
        Assert.True(JsonInteger.TryRead(Encoding.ASCII.GetBytes(json), out var value));
        Assert.Equal(expected, value);
    }

    [Theory]
    [InlineData("7.5")]
    [InlineData("1e-1")]
    [InlineData("0.1")]
    [InlineData("1e-99999999999999999999")]
    [InlineData("9007199254740991.5")]
    public void Fractions_are_not_integers(string json) => Assert.False(JsonInteger.TryRead(Encoding.ASCII.GetBytes(json), out _));

    [Property]
    public void Shifting_the_point_against_the_exponent_changes_nothing(long number, byte shift)
    {
        if (number == long.MinValue) return;
        var digits = shift % 12;
        var scaled = (BigInteger)number * BigInteger.Pow(10, digits);
        var text = scaled.ToString(CultureInfo.InvariantCulture) + $"e-{digits}";
        Assert.True(JsonInteger.TryRead(Encoding.ASCII.GetBytes(text), out var value));
        var saturated = BigInteger.Abs(number) >= BigInteger.Pow(10, 18);
        Assert.Equal(saturated ? number < 0 ? long.MinValue : long.MaxValue : number, value);
    }
}

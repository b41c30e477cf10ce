namespace KreaPlatform.Gateway.Requests;

/// <summary>Reads integers as JSON defines them: by value, so <c>7</c>, <c>7.0</c> and <c>0.7e1</c> are the same number, and exactly, so none is rounded.</summary>
public static class JsonInteger
{
    /// <summary>
    /// Reads a JSON number's text. False when its value has a fraction. A value beyond 64 bits becomes <see cref="long.MinValue"/> or
    /// <see cref="long.MaxValue"/>, which no field's range contains.
    /// </summary>
    /// <param name="text">The number as it stands in the document (RFC 8259 section 6), already known to be well-formed.</param>
    /// <param name="value">The value.</param>
    public static bool TryRead(ReadOnlySpan<byte> text, out long value)
    {
        value = 0;
        var negative = text[0] == '-';
        var mantissaEnd = text.IndexOfAny((byte)'e', (byte)'E');
        var mantissa = text[(negative ? 1 : 0)..(mantissaEnd < 0 ? text.Length : mantissaEnd)];
        var exponent = mantissaEnd < 0 ? 0 : Exponent(text[(mantissaEnd + 1)..]);

        // 1. The digits without their leading and trailing zeros, and the power of ten of the last one.
        var point = mantissa.IndexOf((byte)'.');
        var fractionDigits = point < 0 ? 0 : mantissa.Length - point - 1;
        Span<byte> digits = mantissa.Length <= 128 ? stackalloc byte[mantissa.Length] : new byte[mantissa.Length];
        var length = 0;
        foreach (var c in mantissa)
            if (c != '.' && (length > 0 || c != '0')) digits[length++] = c;
        long power = exponent - fractionDigits;
        while (length > 0 && digits[length - 1] == '0') { length--; power++; }
        if (length == 0) return true;
        if (power < 0) return false;

        // 2. The value, saturated.
        if (length + power > 18)
        {
            value = negative ? long.MinValue : long.MaxValue;
            return true;
        }
        foreach (var d in digits[..length]) value = value * 10 + (d - '0');
        for (; power > 0; power--) value *= 10;
        if (negative) value = -value;
        return true;
    }

    private static long Exponent(ReadOnlySpan<byte> text)
    {
        const long bound = int.MaxValue;
        var negative = text[0] == '-';
        long value = 0;
        foreach (var c in text[(text[0] is (byte)'-' or (byte)'+' ? 1 : 0)..]) value = Math.Min(bound, value * 10 + (c - '0'));
        return negative ? -value : value;
    }
}

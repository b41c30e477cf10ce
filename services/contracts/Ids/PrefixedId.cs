using System.Diagnostics.CodeAnalysis;

namespace KreaPlatform.Contracts.Ids;

/// <summary>
/// Public identifiers: a prefix and a UUIDv7 (RFC 9562) in lower-case Crockford base32, 26 characters, so that they sort by time of creation
/// and never need escaping in a URL. Example: <c>gen_06f0p8x6d5t7v3m1c2k9qaz4we</c>.
/// </summary>
public static class PrefixedId
{
    private const string Alphabet = "0123456789abcdefghjkmnpqrstvwxyz";
    private const int Length = 26;

    /// <summary>A new id of the kind <paramref name="prefix"/> (one of <see cref="IdPrefix"/>), created at <paramref name="now"/>.</summary>
    public static string New(string prefix, DateTimeOffset now) => prefix + "_" + Encode(Guid.CreateVersion7(now));

    /// <summary>Whether <paramref name="text"/> is an id of the kind <paramref name="prefix"/>. Says nothing about whether the thing exists.</summary>
    public static bool IsValid([NotNullWhen(true)] string? text, string prefix)
    {
        if (text is null || text.Length != prefix.Length + 1 + Length || !text.StartsWith(prefix, StringComparison.Ordinal) || text[prefix.Length] != '_')
            return false;
        foreach (var c in text.AsSpan(prefix.Length + 1))
            if (!Alphabet.Contains(c)) return false;
        return true;
    }

    /// <summary>The 128 bits of <paramref name="value"/>, big-endian, as 26 base32 digits (the first carries two padding bits).</summary>
    public static string Encode(Guid value)
    {
        Span<byte> bytes = stackalloc byte[16];
        value.TryWriteBytes(bytes, bigEndian: true, out _);
        var bits = new UInt128(System.Buffers.Binary.BinaryPrimitives.ReadUInt64BigEndian(bytes),
            System.Buffers.Binary.BinaryPrimitives.ReadUInt64BigEndian(bytes[8..]));
        return string.Create(Length, bits, static (span, rest) =>
        {
            for (var i = span.Length - 1; i >= 0; i--, rest >>= 5) span[i] = Alphabet[(int)(rest & 31)];
        });
    }

    /// <summary>The UUID of an id of the kind <paramref name="prefix"/>: what <see cref="Encode"/> took. False for anything else.</summary>
    public static bool TryDecode([NotNullWhen(true)] string? text, string prefix, out Guid value)
    {
        value = default;
        if (!IsValid(text, prefix)) return false;
        var digits = text.AsSpan(prefix.Length + 1);
        // 26 digits hold 130 bits: a UUID leaves the first two empty.
        if (Alphabet.IndexOf(digits[0]) > 7) return false;
        var bits = UInt128.Zero;
        foreach (var digit in digits) bits = bits << 5 | (uint)Alphabet.IndexOf(digit);
        Span<byte> bytes = stackalloc byte[16];
        System.Buffers.Binary.BinaryPrimitives.WriteUInt128BigEndian(bytes, bits);
        value = new Guid(bytes, bigEndian: true);
        return true;
    }
}

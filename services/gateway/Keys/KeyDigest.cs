using System.Buffers.Binary;

namespace KreaPlatform.Gateway.Keys;

/// <summary>A key's SHA-256 as a value, for looking it up.</summary>
/// <param name="High">First half.</param>
/// <param name="Low">Second half.</param>
public readonly record struct KeyDigest(UInt128 High, UInt128 Low)
{
    /// <summary>The digest of these 32 bytes.</summary>
    public static KeyDigest Of(ReadOnlySpan<byte> digest) => new(BinaryPrimitives.ReadUInt128BigEndian(digest), BinaryPrimitives.ReadUInt128BigEndian(digest[16..]));
}

using System.Buffers.Binary;
using System.Buffers.Text;
using System.Text;
using KreaPlatform.Contracts.Ids;
using KreaPlatform.ServiceDefaults.Data;

namespace KreaPlatform.Gateway.Paging;

/// <summary>A place in a list, newest first: just after this item. Stable while items are added, since new ones stand before it.</summary>
/// <param name="CreatedAt">The item's time of creation.</param>
/// <param name="Id">Its id, which orders items of the same time.</param>
public readonly record struct PageCursor(DateTimeOffset CreatedAt, string Id)
{
    /// <summary>The cursor as callers see it.</summary>
    public override string ToString()
    {
        var bytes = new byte[8 + Id.Length];
        BinaryPrimitives.WriteInt64BigEndian(bytes, UtcMicros.ToMicros(CreatedAt));
        Encoding.ASCII.GetBytes(Id, bytes.AsSpan(8));
        return Base64Url.EncodeToString(bytes);
    }

    /// <summary>Reads what <see cref="ToString"/> wrote for an item whose id has this prefix; false for anything else.</summary>
    public static bool TryParse(string? text, string prefix, out PageCursor cursor)
    {
        cursor = default;
        if (text is null or { Length: > 200 } || !Base64Url.IsValid(text)) return false;
        var bytes = Base64Url.DecodeFromChars(text);
        if (bytes.Length <= 8) return false;
        var id = Encoding.ASCII.GetString(bytes.AsSpan(8));
        var micros = BinaryPrimitives.ReadInt64BigEndian(bytes);
        if (!PrefixedId.IsValid(id, prefix) || micros is < 0 or > 250_000_000_000_000_000) return false;
        cursor = new PageCursor(UtcMicros.FromMicros(micros), id);
        return true;
    }
}

using System.Buffers.Binary;
using System.Buffers.Text;
using System.Text;
using KreaPlatform.Contracts.Ids;
using KreaPlatform.ServiceDefaults.Data;

namespace KreaPlatform.Gateway.Jobs;

/// <summary>A place in the list of jobs, newest first: just after this job. Stable while jobs are added, since new ones stand before it.</summary>
/// <param name="CreatedAt">The job's time of acceptance.</param>
/// <param name="Id">Its id, which orders jobs of the same time.</param>
public readonly record struct JobCursor(DateTimeOffset CreatedAt, string Id)
{
    /// <summary>The cursor as callers see it.</summary>
    public override string ToString()
    {
        var bytes = new byte[8 + Id.Length];
        BinaryPrimitives.WriteInt64BigEndian(bytes, UtcMicros.ToMicros(CreatedAt));
        Encoding.ASCII.GetBytes(Id, bytes.AsSpan(8));
        return Base64Url.EncodeToString(bytes);
    }

    /// <summary>Reads what <see cref="ToString"/> wrote; false for anything else.</summary>
    public static bool TryParse(string? text, out JobCursor cursor)
    {
        cursor = default;
        if (text is null or { Length: > 200 } || !Base64Url.IsValid(text)) return false;
        var bytes = Base64Url.DecodeFromChars(text);
        if (bytes.Length <= 8) return false;
        var id = Encoding.ASCII.GetString(bytes.AsSpan(8));
        var micros = BinaryPrimitives.ReadInt64BigEndian(bytes);
        if (!PrefixedId.IsValid(id, IdPrefix.Generation) || micros is < 0 or > 250_000_000_000_000_000) return false;
        cursor = new JobCursor(UtcMicros.FromMicros(micros), id);
        return true;
    }
}

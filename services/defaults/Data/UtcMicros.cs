using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace KreaPlatform.ServiceDefaults.Data;

/// <summary>Times are stored as microseconds since the Unix epoch, which both databases compare and index alike.</summary>
public sealed class UtcMicros() : ValueConverter<DateTimeOffset, long>(time => ToMicros(time), micros => FromMicros(micros))
{
    /// <summary>Microseconds since the Unix epoch, rounded down.</summary>
    public static long ToMicros(DateTimeOffset time) => (time.UtcTicks - DateTimeOffset.UnixEpoch.Ticks) / TimeSpan.TicksPerMicrosecond;

    /// <summary>The time of <paramref name="micros"/>, in UTC.</summary>
    public static DateTimeOffset FromMicros(long micros) => DateTimeOffset.UnixEpoch.AddTicks(micros * TimeSpan.TicksPerMicrosecond);
}

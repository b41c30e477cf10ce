using System.Globalization;
using KreaPlatform.Gateway.Problems;

namespace KreaPlatform.Gateway.Billing.Rest;

/// <summary>The days that usage is asked for, both included.</summary>
/// <param name="From">First day.</param>
/// <param name="To">Last day.</param>
public readonly record struct UsageQuery(DateOnly From, DateOnly To)
{
    /// <summary>Most days.</summary>
    public const int MostDays = 366;
    private const int DefaultDays = 30;

    /// <summary>Reads <c>from</c> and <c>to</c> (yyyy-mm-dd, UTC); without them the last 30 days.</summary>
    public static UsageQuery Read(string? from, string? to, DateOnly today, out IReadOnlyList<FieldError> errors)
    {
        var found = new List<FieldError>();
        errors = found;
        var last = Day("to", to) ?? today;
        var first = Day("from", from) ?? last.AddDays(1 - DefaultDays);
        if (found.Count == 0 && (first > last || last.DayNumber - first.DayNumber >= MostDays))
            found.Add(FieldError.In("from", FieldErrorCode.OutOfRange, $"must be a day from {MostDays - 1} days before 'to' up to it"));
        return new UsageQuery(first, last);

        DateOnly? Day(string name, string? text)
        {
            if (text is null) return null;
            if (DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) && day.Year is >= 2000 and < 9000) return day;
            found.Add(FieldError.In(name, FieldErrorCode.Malformed, "must be a day, for instance 2026-01-31"));
            return null;
        }
    }
}

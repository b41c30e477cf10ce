using System.Globalization;
using KreaPlatform.Contracts.Ids;
using KreaPlatform.Gateway.Jobs;
using KreaPlatform.Gateway.Paging;
using KreaPlatform.Gateway.Problems;

namespace KreaPlatform.Gateway.Rest;

/// <summary>The query of <c>GET /v1/generations</c>, understood.</summary>
/// <param name="Filter">What the list is narrowed to.</param>
/// <param name="After">The last job of the page before.</param>
/// <param name="Limit">Most items of the page.</param>
public sealed record ListQuery(JobFilter Filter, PageCursor? After, int Limit)
{
    private const int DefaultLimit = 20;
    private const int MostLimit = 100;
    private const int LongestText = 256;
    private static readonly string[] Names = ["limit", "cursor", "status", "model", "user", "created_after", "created_before"];

    /// <summary>Reads the parameters; all that is wrong goes into <paramref name="errors"/>, and then the result is of no use.</summary>
    public static ListQuery Read(IQueryCollection query, out IReadOnlyList<FieldError> errors)
    {
        var found = new List<FieldError>();
        errors = found;
        foreach (var name in query.Keys)
            if (!Names.Contains(name))
                found.Add(FieldError.In(Requests.JsonPointer.Quote(name), FieldErrorCode.UnknownField, $"is not a parameter here; known are {string.Join(", ", Names)}"));

        var limit = DefaultLimit;
        if (Text("limit") is { } limitText
            && (!int.TryParse(limitText, NumberStyles.None, CultureInfo.InvariantCulture, out limit) || limit is < 1 or > MostLimit))
            Add("limit", FieldErrorCode.OutOfRange, $"must be an integer from 1 to {MostLimit}");

        PageCursor? after = null;
        if (Text("cursor") is { } cursor)
        {
            if (PageCursor.TryParse(cursor, IdPrefix.Generation, out var parsed)) after = parsed;
            else Add("cursor", FieldErrorCode.Malformed, "must be the next_cursor of an earlier page, unchanged");
        }

        JobStatus? status = null;
        if (Text("status") is { } statusText)
        {
            if (StatusNames.TryParse(statusText, out var parsed)) status = parsed;
            else Add("status", FieldErrorCode.UnknownValue, $"must be one of {string.Join(", ", StatusNames.All)}");
        }

        return new ListQuery(new JobFilter(status is { } one ? [one] : null, Text("model"), Text("user"), Time("created_after"), Time("created_before")), after, limit);

        string? Text(string name)
        {
            if (!query.TryGetValue(name, out var values) || values.Count == 0) return null;
            if (values.Count > 1) Add(name, FieldErrorCode.DuplicateField, "is given more than once");
            else if (string.IsNullOrEmpty(values[0])) Add(name, FieldErrorCode.Empty, "must not be empty");
            else if (values[0]!.Length > LongestText) Add(name, FieldErrorCode.TooLong, $"must have at most {LongestText} characters");
            else return values[0];
            return null;
        }

        DateTimeOffset? Time(string name)
        {
            if (Text(name) is not { } text) return null;
            if (Rfc3339.TryParse(text, out var time)) return time;
            Add(name, FieldErrorCode.Malformed, "must be an RFC 3339 time with its offset, for instance 2026-01-31T12:00:00Z");
            return null;
        }

        void Add(string name, string code, string detail) => found.Add(FieldError.In(name, code, detail));
    }
}

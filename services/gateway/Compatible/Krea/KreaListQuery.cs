using System.Globalization;
using KreaPlatform.Gateway.Jobs;
using KreaPlatform.Gateway.Problems;
using KreaPlatform.Gateway.Rest;

namespace KreaPlatform.Gateway.Compatible.Krea;

/// <summary>The query of <c>GET /jobs</c>, understood. Pure.</summary>
/// <param name="Filter">What the list is narrowed to.</param>
/// <param name="Limit">Most items of the page.</param>
/// <param name="HasImages">Whether jobs of the only kind that there is here are asked for.</param>
public sealed record KreaListQuery(JobFilter Filter, int Limit, bool HasImages)
{
    private const int DefaultLimit = 100;
    private const int MostLimit = 1000;
    private static readonly string[] Names = ["cursor", "limit", "types", "status"];

    /// <summary>Reads the parameters; all that is wrong goes into <paramref name="errors"/>, and then the result is of no use. Lists are given by commas or by repetition.</summary>
    public static KreaListQuery Read(IQueryCollection query, out IReadOnlyList<FieldError> errors)
    {
        var found = new List<FieldError>();
        errors = found;
        foreach (var name in query.Keys.Except(Names))
            found.Add(FieldError.In(Requests.JsonPointer.Quote(name), FieldErrorCode.UnknownField, $"is not a parameter here; known are {string.Join(", ", Names)}"));

        var limit = DefaultLimit;
        if (query.TryGetValue("limit", out var limits)
            && (!int.TryParse(limits.ToString(), NumberStyles.None, CultureInfo.InvariantCulture, out limit) || limit is < 1 or > MostLimit))
            found.Add(FieldError.In("limit", FieldErrorCode.OutOfRange, $"must be an integer from 1 to {MostLimit}"));

        DateTimeOffset? before = null;
        if (query.TryGetValue("cursor", out var cursor))
        {
            if (Rfc3339.TryParse(cursor.ToString(), out var time)) before = time;
            else found.Add(FieldError.In("cursor", FieldErrorCode.Malformed, "must be an ISO 8601 time with its offset: the next_cursor of an earlier page"));
        }

        var statuses = new List<JobStatus>();
        foreach (var name in Values(query, "status"))
            if (KreaStatus.Parse(name) is { } meant) statuses.AddRange(meant);
            else found.Add(FieldError.In("status", FieldErrorCode.UnknownValue, $"must be one of {string.Join(", ", KreaStatus.All)}"));

        var types = Values(query, "types").ToArray();
        return new KreaListQuery(new JobFilter(statuses.Count == 0 ? null : statuses, CreatedBefore: before), limit,
            types.Length == 0 || types.Contains(KreaJob.ImageType));
    }

    /// <summary>The cursor of the page after the one that ends with a job accepted at a time.</summary>
    public static string CursorAfter(DateTimeOffset created) => created.ToUniversalTime().ToString("yyyy-MM-dd'T'HH:mm:ss.ffffff'Z'", CultureInfo.InvariantCulture);

    private static IEnumerable<string> Values(IQueryCollection query, string name) =>
        query[name].SelectMany(text => (text ?? "").Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries));
}

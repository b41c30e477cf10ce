using System.Globalization;
using KreaPlatform.Gateway.Problems;
using KreaPlatform.Gateway.Requests;

namespace KreaPlatform.Gateway.Paging;

/// <summary>The query of a list, understood: <c>limit</c>, <c>cursor</c> and choices of the list's own.</summary>
/// <param name="Limit">Most items of the page, 1 to 100.</param>
/// <param name="After">The last item of the page before.</param>
public sealed record PageQuery(int Limit, PageCursor? After)
{
    private const int DefaultLimit = 20;
    private const int MostLimit = 100;

    /// <summary>Reads the parameters; all that is wrong goes into <paramref name="errors"/>, and then the result is of no use.</summary>
    /// <param name="query">The parameters.</param>
    /// <param name="prefix">Prefix of the ids of what is listed.</param>
    /// <param name="errors">What is wrong.</param>
    /// <param name="others">Names of parameters that are read elsewhere.</param>
    public static PageQuery Read(IQueryCollection query, string prefix, List<FieldError> errors, params string[] others)
    {
        string[] known = ["limit", "cursor", .. others];
        foreach (var (name, values) in query)
            if (!known.Contains(name)) Add(JsonPointer.Quote(name), FieldErrorCode.UnknownField, $"is not a parameter here; known are {string.Join(", ", known)}");
            else if (values.Count != 1) Add(name, FieldErrorCode.DuplicateField, "is given more than once");
            else if (string.IsNullOrEmpty(values[0])) Add(name, FieldErrorCode.Empty, "must not be empty");

        var limit = DefaultLimit;
        if (query["limit"] is [{ Length: > 0 } text]
            && (!int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out limit) || limit is < 1 or > MostLimit))
            Add("limit", FieldErrorCode.OutOfRange, $"must be an integer from 1 to {MostLimit}");

        PageCursor? after = null;
        if (query["cursor"] is [{ Length: > 0 } cursor])
        {
            if (PageCursor.TryParse(cursor, prefix, out var parsed)) after = parsed;
            else Add("cursor", FieldErrorCode.Malformed, "must be the next_cursor of an earlier page, unchanged");
        }
        return new PageQuery(limit, after);

        void Add(string name, string code, string detail) => errors.Add(FieldError.In(name, code, detail));
    }

    /// <summary>The cursor of the next page, given one item more than the page has; null on the last. Takes that item off.</summary>
    public string? Cut<T>(List<T> items, Func<T, PageCursor> at)
    {
        if (items.Count <= Limit) return null;
        items.RemoveRange(Limit, items.Count - Limit);
        return at(items[^1]).ToString();
    }
}

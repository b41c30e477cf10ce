using System.Globalization;

namespace KreaPlatform.Gateway.Requests;

/// <summary>Building of JSON pointers (RFC 6901).</summary>
public static class JsonPointer
{
    private const int LongestName = 128;

    /// <summary>The pointer of a member of the object at <paramref name="parent"/>.</summary>
    public static string Child(string parent, string name) => parent + "/" + name.Replace("~", "~0").Replace("/", "~1");

    /// <summary>The pointer of an element, from 0, of the array at <paramref name="parent"/>.</summary>
    public static string Child(string parent, int index) => string.Create(CultureInfo.InvariantCulture, $"{parent}/{index}");

    /// <summary>A name from the body, made fit to stand in a sentence: without control characters, shortened with an ellipsis.</summary>
    public static string Quote(string name)
    {
        var shown = name.Length <= LongestName ? name : name[..(char.IsHighSurrogate(name[LongestName - 1]) ? LongestName - 1 : LongestName)] + "…";
        return "'" + string.Concat(shown.Select(c => char.IsControl(c) ? '\uFFFD' : c)) + "'";
    }
}

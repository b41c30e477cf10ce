using System.Globalization;
using System.Text;

namespace KreaPlatform.Gateway.Compatible;

/// <summary>What another API calls the fields of this one, so that an error names the field that its caller wrote. Pure.</summary>
/// <param name="renamed">Pairs of pointers without the leading slash, ours and theirs; <c>*</c> stands for the place in a list.</param>
public sealed class FieldNames(params IReadOnlyList<(string Ours, string Theirs)> renamed)
{
    private readonly (string[] Ours, string[] Theirs)[] _renamed =
        [.. renamed.Select(r => (r.Ours.Split('/'), r.Theirs.Split('/'))).OrderByDescending(r => r.Item1.Length)];

    /// <summary>The name of the field at a JSON pointer, as <c>image_style_references[0].strength</c>; empty for the whole body.</summary>
    public string Of(string pointer)
    {
        var segments = pointer.Split('/', StringSplitOptions.RemoveEmptyEntries);
        var (ours, theirs) = _renamed.FirstOrDefault(r => Matches(r.Ours, segments), ([], []));
        var places = new Queue<string>(ours.Zip(segments).Where(pair => pair.First == "*").Select(pair => pair.Second));
        return Write([.. theirs.Select(s => s == "*" && places.TryDequeue(out var place) ? place : s), .. segments.Skip(ours.Length)]);
    }

    private static bool Matches(string[] pattern, string[] segments) =>
        pattern.Length <= segments.Length && pattern.Zip(segments).All(pair => pair.First == pair.Second || pair.First == "*" && IsPlace(pair.Second));

    private static string Write(IEnumerable<string> segments)
    {
        var text = new StringBuilder();
        foreach (var segment in segments)
            if (IsPlace(segment)) text.Append('[').Append(segment).Append(']');
            else text.Append(text.Length == 0 ? "" : ".").Append(segment.Replace("~1", "/").Replace("~0", "~"));
        return text.ToString();
    }

    private static bool IsPlace(string segment) => int.TryParse(segment, NumberStyles.None, CultureInfo.InvariantCulture, out _);
}

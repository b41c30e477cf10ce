using System.Globalization;

namespace KreaPlatform.Standalone.CommandLine;

/// <summary>A file, a folder, an address or an id, with how strongly it pulls: <c>ink.png:0.8</c>.</summary>
/// <param name="Name">What was named.</param>
/// <param name="Weight">How strongly; null for the API's default.</param>
internal sealed record WeightedName(string Name, double? Weight)
{
    /// <summary>Whether a name leads somewhere else than to this machine's disk.</summary>
    public static bool IsAddress(string name) =>
        name.StartsWith("https://", StringComparison.OrdinalIgnoreCase) || name.StartsWith("http://", StringComparison.OrdinalIgnoreCase);

    /// <summary>Reads <c>NAME[:NUMBER]</c>; a name that exists as it stands is one, whatever follows its colon.</summary>
    public static WeightedName Parse(string text)
    {
        var colon = text.LastIndexOf(':');
        if (colon <= 0 || File.Exists(text) || Directory.Exists(text)) return new WeightedName(text, null);
        return double.TryParse(text.AsSpan(colon + 1), NumberStyles.Float, CultureInfo.InvariantCulture, out var weight) && double.IsFinite(weight)
            ? new WeightedName(text[..colon], weight)
            : new WeightedName(text, null);
    }

    /// <summary>For a person: a folder's own name, a file's with its folder's, since files of several folders are often numbered alike.</summary>
    public string Short
    {
        get
        {
            var parts = Name.Split('/', '\\').Where(p => p.Length > 0).ToArray();
            return IsAddress(Name) || parts.Length == 0 ? Name : string.Join('/', parts[^(File.Exists(Name) ? Math.Min(2, parts.Length) : 1)..]);
        }
    }
}

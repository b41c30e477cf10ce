using System.Globalization;
using System.Text;

namespace KreaPlatform.Standalone.Generate;

/// <summary>Where a generation's images go, and what they are called.</summary>
internal static class OutputFolder
{
    private const int SlugLength = 40;

    /// <summary>A new folder under <c>krea-out</c>, named by time and prompt.</summary>
    public static string Default(string prompt, DateTimeOffset now) =>
        Path.Combine("krea-out", now.ToString("yyyyMMdd-HHmmss", CultureInfo.InvariantCulture) + "-" + Slug(prompt));

    /// <summary>The file of one image.</summary>
    public static string FileName(int index, long seed, string format) => $"{index + 1:00}-{seed}.{format}";

    /// <summary>The prompt's letters and digits, of any script, joined by dashes.</summary>
    public static string Slug(string prompt)
    {
        var slug = new StringBuilder();
        foreach (var rune in prompt.EnumerateRunes())
        {
            if (Rune.IsLetterOrDigit(rune)) slug.Append(Rune.ToLowerInvariant(rune).ToString());
            else if (slug.Length > 0 && slug[^1] != '-') slug.Append('-');
            if (slug.Length >= SlugLength) break;
        }
        return slug.ToString().Trim('-') is { Length: > 0 } text ? text : "images";
    }
}

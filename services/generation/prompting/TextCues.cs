using System.Globalization;
using System.Text;

namespace KreaPlatform.Prompting;

/// <summary>Whole words and word sequences in a text, whatever its case and punctuation.</summary>
internal sealed class TextCues
{
    // " word word ": a cue occurs when it stands between spaces.
    private readonly string _padded;

    internal TextCues(string text)
    {
        var builder = new StringBuilder(text.Length + 2).Append(' ');
        foreach (var rune in text.ToLowerInvariant().EnumerateRunes())
        {
            if (Rune.IsLetterOrDigit(rune) || Rune.GetUnicodeCategory(rune) == UnicodeCategory.NonSpacingMark) builder.Append(rune);
            else if (builder[^1] != ' ') builder.Append(' ');
        }
        if (builder[^1] != ' ') builder.Append(' ');
        _padded = builder.ToString();
    }

    /// <summary>The words, in order.</summary>
    internal string[] Words => _padded.Split(' ', StringSplitOptions.RemoveEmptyEntries);

    /// <summary>Whether a cue occurs, in the singular or with an s. Scripts without spaces match anywhere.</summary>
    internal bool Has(string cue)
    {
        if (cue[0] >= '\u3040') return _padded.Contains(cue, StringComparison.Ordinal);
        for (var at = _padded.IndexOf(cue, StringComparison.Ordinal); at >= 0; at = _padded.IndexOf(cue, at + 1, StringComparison.Ordinal))
        {
            var end = at + cue.Length;
            if (_padded[at - 1] == ' ' && (_padded[end] == ' ' || (_padded[end] == 's' && _padded[end + 1] == ' '))) return true;
        }
        return false;
    }
}

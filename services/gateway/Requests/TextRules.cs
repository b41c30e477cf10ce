using System.Text;
using KreaPlatform.Gateway.Problems;

namespace KreaPlatform.Gateway.Requests;

/// <summary>What texts in a request may contain.</summary>
public static class TextRules
{
    /// <summary>
    /// Checks a text and adds what is wrong with it. Characters are Unicode scalar values (an emoji of one code point is one).
    /// Tab and newline (LF, or CR LF) are allowed where <paramref name="lines"/> is set, other control characters nowhere.
    /// </summary>
    /// <param name="text">The text; lone surrogates are an error, not an exception.</param>
    /// <param name="pointer">Where it stands.</param>
    /// <param name="most">Longest length in characters.</param>
    /// <param name="lines">Whether tabs and newlines are allowed.</param>
    /// <param name="errors">Where errors go.</param>
    public static void Check(string text, string pointer, int most, bool lines, ErrorList errors)
    {
        int count = 0, badAt = -1;
        string? bad = null;
        for (var i = 0; i < text.Length; count++)
        {
            if (!Rune.TryGetRuneAt(text, i, out var rune))
            {
                if (bad is null) (badAt, bad) = (count, $"U+{(int)text[i]:X4}, a lone surrogate");
                i++;
                continue;
            }
            if (bad is null && Rune.IsControl(rune) && !(lines && IsLayout(text, i)))
                (badAt, bad) = (count, $"U+{rune.Value:X4}, a control character");
            i += rune.Utf16SequenceLength;
        }
        if (bad is not null)
            errors.Add(pointer, FieldErrorCode.InvalidCharacters,
                $"character {badAt + 1} is {bad}" + (lines ? "; of the control characters, only tab and newline are allowed" : ""));
        if (count > most)
            errors.Add(pointer, FieldErrorCode.TooLong, $"has {count:N0} characters (Unicode code points); at most {most:N0} are allowed");
    }

    /// <summary>Adds an error when the text contains a special token of the model, which would change how it is read.</summary>
    public static void CheckSpecialTokens(string text, string pointer, IReadOnlyList<string> tokens, ErrorList errors)
    {
        foreach (var token in tokens)
            if (token.Length > 0 && text.Contains(token, StringComparison.Ordinal))
                errors.Add(pointer, FieldErrorCode.SpecialToken, $"contains {token}, a special token of the model");
    }

    private static bool IsLayout(string text, int i) =>
        text[i] is '\t' or '\n' || text[i] == '\r' && i + 1 < text.Length && text[i + 1] == '\n';
}
